import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Settle, Turnstile } from "../engines/llm/model/sliding-window.js";

/** Milliseconds that are waited at most before it is asked again: what entered may turn out lighter. */
const lookEvery = 250;

/** id, weight, limit, span → 0 where it has entered, else the milliseconds until the oldest one leaves */
const enterScript = `
  local id, weight, limit, span = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local time = redis.call("TIME")
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  for _, gone in ipairs(redis.call("ZRANGEBYSCORE", KEYS[1], "-inf", now - span)) do
    redis.call("HINCRBY", KEYS[2], "total", "-" .. redis.call("HGET", KEYS[2], gone))
    redis.call("HDEL", KEYS[2], gone)
    redis.call("ZREM", KEYS[1], gone)
  end
  -- asked again after a lost connection
  if redis.call("HEXISTS", KEYS[2], id) == 1 then return 0 end
  local oldest = redis.call("ZRANGE", KEYS[1], 0, 0, "WITHSCORES")
  local total = tonumber(redis.call("HGET", KEYS[2], "total") or "0")
  -- what is heavier than the whole limit enters alone
  if oldest[2] and total + weight > limit then return oldest[2] + span - now end
  redis.call("ZADD", KEYS[1], now, id)
  redis.call("HSET", KEYS[2], id, weight)
  redis.call("HINCRBY", KEYS[2], "total", weight)
  redis.call("PEXPIRE", KEYS[1], span * 2)
  redis.call("PEXPIRE", KEYS[2], span * 2)
  return 0`;

/** id, weight: what it turned out to weigh */
const settleScript = `
  local before = redis.call("HGET", KEYS[2], ARGV[1])
  if not before then return end
  redis.call("HINCRBY", KEYS[2], "total", ARGV[2] - before)
  redis.call("HSET", KEYS[2], ARGV[1], ARGV[2])`;

/** Lets in so much weight in any span of time for all processes together, by the clock of Redis. */
export class SharedWindow implements Turnstile {
  readonly #keys: readonly string[];

  /**
   * @param name of what is limited, the same for all
   * @param span milliseconds
   */
  constructor(
    private readonly redis: Redis,
    name: string,
    private readonly limit: number,
    private readonly span: number,
  ) {
    this.#keys = ["times", "weights"].map((part) => `kyhop:{${name}}:window:${part}`);
  }

  async enter(weight: number): Promise<Settle> {
    const id = randomUUID();
    for (;;) {
      const wait = Number(await this.#run(enterScript, id, weight, this.limit, this.span));
      if (wait <= 0) return async (actual) => void (await this.#run(settleScript, id, actual));
      await setTimeout(Math.min(wait, lookEvery) * (0.5 + Math.random()));
    }
  }

  #run(script: string, ...values: readonly (string | number)[]): Promise<unknown> {
    return this.redis.eval(script, this.#keys.length, ...this.#keys, ...values);
  }
}
