import { createServer } from "node:http";
import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Queue } from "bullmq";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Redis } from "ioredis";
import { listenAt, type Served } from "./served.js";

/** The page brings a style and a script of its own; the font that it would fetch from elsewhere is done without. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
};

/**
 * Serves the Bull Board of a queue, to this machine alone: whoever reaches it can take documents out of the queue. Pages
 * of other sites that a browser on this machine shows cannot: they send another origin, or another host by a name that
 * leads here.
 * @throws KyhopError PORT_UNAVAILABLE
 */
export async function serveBoard(redis: Redis, name: string, port: number): Promise<Served> {
  const queue = new Queue(name, { connection: redis });
  queue.on("error", () => {});
  const board = new HonoAdapter(serveStatic);
  createBullBoard({ queues: [new BullMQAdapter(queue)], serverAdapter: board });
  const app = new Hono()
    .use(async (context, next) => {
      const { hostname } = new URL(context.req.url);
      if (!["127.0.0.1", "localhost"].includes(hostname)) return context.text("asked by another name\n", 403);
      return next();
    })
    .use(csrf(), secureHeaders({ contentSecurityPolicy }))
    .route("/", board.registerPlugin());
  const served = await listenAt(createServer(getRequestListener(app.fetch)), { host: "127.0.0.1", port });
  return {
    url: served.url,
    async close() {
      await served.close();
      await queue.close();
    },
  };
}
