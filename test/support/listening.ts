import { connect } from "node:net";

/** Whether something answers there. */
export function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 5000 }, () => socket.end());
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("timeout", () => socket.destroy(new Error("no answer")));
  });
}
