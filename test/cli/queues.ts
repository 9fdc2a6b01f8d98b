import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { redis } from "../support/services.js";

/** The options of a queue of the test's own, gone when the test is over; its name comes last. */
export function queueOf(): readonly string[] {
  const name = `test-${randomUUID()}`;
  onTestFinished(async () => {
    const connection = new Redis(redis.url);
    for (const pattern of [`bull:${name}:*`, `kyhop:{${name}*`]) {
      const keys = await connection.keys(pattern);
      if (keys.length > 0) await connection.del(keys);
    }
    connection.disconnect();
  });
  return ["--redis", redis.url, "--queue", name];
}
