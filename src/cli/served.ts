import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { KyhopError, systemCodeOf } from "../errors.js";
import type { Address } from "./option-values.js";

/** Something that is served until it is closed. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves at an address; port 0 is any free one.
 * @throws KyhopError PORT_UNAVAILABLE
 */
export async function listenAt(server: Server, { host, port }: Address): Promise<Served> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const reason = systemCodeOf(error) ?? String(error);
    throw new KyhopError("PORT_UNAVAILABLE", { address: `${host}:${port}`, reason }, { cause: error });
  }
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${taken}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
