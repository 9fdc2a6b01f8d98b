import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

/** A way to a server on this machine that can be cut. */
export interface CutProxy {
  readonly port: number;
  /** Breaks every connection, and every new one for so many milliseconds. */
  cut(milliseconds: number): Promise<void>;
  close(): void;
}

/** @param target the port that it leads to */
export async function startCutProxy(target: number): Promise<CutProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(target, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    async cut(milliseconds) {
      isCut = true;
      breakAll();
      await setTimeout(milliseconds);
      isCut = false;
    },
    close() {
      breakAll();
      server.close();
    },
  };
}
