import type { Command } from "commander";
import type { Redis } from "ioredis";
import { KyhopError } from "../errors.js";
import { type BullMqOptions, BullMqQueue } from "../runs/bullmq-queue.js";
import { connectRedis } from "../runs/redis.js";
import type { Context } from "./context.js";

/** What says which queue is meant. */
export interface QueueOptions {
  readonly redis?: string;
  readonly queue: string;
}

/** Adds the options of a shared queue to a command. */
export const withQueueOptions = (command: Command): Command =>
  command
    .option("--redis <url>", "redis://… of the queue (default: KYHOP_REDIS_URL)")
    .option("--queue <name>", "the queue's name, where one Redis has several", "kyhop");

/**
 * Works with the queue of the options and closes it, however the work ends.
 * @throws KyhopError QUEUE_UNAVAILABLE
 */
export async function withQueue<Result>(
  { redis: url, queue: name }: QueueOptions,
  { config }: Context,
  tuning: BullMqOptions,
  work: (queue: BullMqQueue, redis: Redis) => Promise<Result>,
): Promise<Result> {
  const address = url ?? config.KYHOP_REDIS_URL;
  if (address === undefined) throw new KyhopError("QUEUE_UNAVAILABLE", { reason: "no Redis is named" });
  const redis = await connectRedis(address);
  const queue = new BullMqQueue(redis, name, tuning);
  try {
    return await work(queue, redis);
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
