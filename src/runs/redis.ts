import { Redis } from "ioredis";
import { KyhopError, systemCodeOf } from "../errors.js";

/**
 * A connection to Redis that comes back by itself when it is lost; what is asked meanwhile waits.
 * @throws KyhopError QUEUE_UNAVAILABLE where Redis does not answer now; the URL is not told, for it may hold a password
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  let last: unknown;
  redis.on("error", (error) => {
    last = error;
  });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    const reason = systemCodeOf(last) ?? systemCodeOf(error) ?? String(last ?? error);
    throw new KyhopError("QUEUE_UNAVAILABLE", { reason }, { cause: error });
  }
}
