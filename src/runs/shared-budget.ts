import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import { addUsage, budgetSpent, type Purse, type Settlement } from "../engines/llm/model/budget.js";
import type { Usage } from "../engines/llm/model/model.js";

/**
 * Milliseconds after which a reservation whose worker was not heard of again is taken as paid at its worst: longer than
 * any request is waited for.
 */
const longestRequest = 15 * 60_000;
/** Milliseconds before it is looked again whether others turned out cheaper. */
const lookEvery = 200;

/** Sums are whole billionths of a dollar: a Lua number holds them exactly up to 9 million dollars. */
const units = 1e9;

/** What both scripts begin with: what is overdue goes from `reserved` to `spent`, and is remembered as `overdue`. */
const takeOverdue = `
  local time = redis.call("TIME")
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  for _, id in ipairs(redis.call("ZRANGEBYSCORE", KEYS[2], "-inf", now)) do
    local worst = redis.call("HGET", KEYS[3], id)
    redis.call("HINCRBY", KEYS[1], "reserved", "-" .. worst)
    redis.call("HINCRBY", KEYS[1], "spent", worst)
    redis.call("ZREM", KEYS[2], id)
    redis.call("HDEL", KEYS[3], id)
    redis.call("HSET", KEYS[4], id, worst)
  end
  local function sum(name) return tonumber(redis.call("HGET", KEYS[1], name) or "0") end`;

/** id, worst, limit (-1: none), longest → whether it is reserved (1), may be later (0) or never (-1); what is spent */
const reserveScript = `${takeOverdue}
  local id, worst, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])
  -- asked again after a lost connection
  if redis.call("HEXISTS", KEYS[3], id) == 1 then return {1, sum("spent")} end
  if limit >= 0 and sum("spent") + sum("reserved") + worst > limit then
    return {sum("spent") + worst > limit and -1 or 0, sum("spent")}
  end
  redis.call("HINCRBY", KEYS[1], "reserved", worst)
  redis.call("ZADD", KEYS[2], now + ARGV[4], id)
  redis.call("HSET", KEYS[3], id, worst)
  return {1, sum("spent")}`;

/** id, paid → what is spent. A reservation that is known no more was settled before its connection was lost. */
const settleScript = `${takeOverdue}
  local id, paid = ARGV[1], ARGV[2]
  local worst = redis.call("HGET", KEYS[3], id)
  local overdue = redis.call("HGET", KEYS[4], id)
  if worst then
    redis.call("HINCRBY", KEYS[1], "reserved", "-" .. worst)
    redis.call("HINCRBY", KEYS[1], "spent", paid)
    redis.call("ZREM", KEYS[2], id)
    redis.call("HDEL", KEYS[3], id)
  elseif overdue then
    redis.call("HINCRBY", KEYS[1], "spent", paid)
    redis.call("HINCRBY", KEYS[1], "spent", "-" .. overdue)
    redis.call("HDEL", KEYS[4], id)
  end
  return sum("spent")`;

/**
 * The money of all workers of a queue together, kept in Redis: however many race, it is not passed. It counts from the
 * queue's first worker on; a worker that comes later with a higher limit goes on where the others stopped.
 */
export class SharedBudget implements Purse {
  readonly #keys: readonly string[];
  #spent = 0;
  #usage: Usage = { input: 0, output: 0, cached: 0 };

  constructor(
    private readonly redis: Redis,
    queue: string,
    readonly limitUsd: number | null,
  ) {
    this.#keys = ["sums", "deadlines", "reservations", "overdue"].map((part) => `kyhop:{${queue}}:budget:${part}`);
  }

  /** As last heard, of all workers. */
  get spentUsd(): number {
    return this.#spent;
  }

  /** Of this process. */
  get usage(): Usage {
    return this.#usage;
  }

  async reserve(worstUsd: number, model: string): Promise<Settlement> {
    const id = randomUUID();
    const worst = String(Math.ceil(worstUsd * units));
    const limit = this.limitUsd === null ? "-1" : String(Math.floor(this.limitUsd * units));
    for (;;) {
      const [verdict, spent] = (await this.#run(reserveScript, id, worst, limit, String(longestRequest))) as [
        number,
        number,
      ];
      this.#spent = spent / units;
      if (verdict === 1) return (paidUsd, usage) => this.#settle(id, paidUsd, usage);
      if (verdict === -1) throw budgetSpent(model, worstUsd, this.#spent, this.limitUsd ?? 0);
      await setTimeout(lookEvery * (0.5 + Math.random()));
    }
  }

  async #settle(id: string, paidUsd: number, usage?: Usage): Promise<void> {
    if (usage) this.#usage = addUsage(this.#usage, usage);
    this.#spent = ((await this.#run(settleScript, id, String(Math.ceil(paidUsd * units)))) as number) / units;
  }

  #run(script: string, ...values: readonly string[]): Promise<unknown> {
    return this.redis.eval(script, this.#keys.length, ...this.#keys, ...values);
  }
}
