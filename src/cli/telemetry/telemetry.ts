import type { Command } from "commander";
import type { Context } from "../context.js";
import { type Address, address } from "../option-values.js";
import type { Metrics } from "./metrics.js";
import { withTraces } from "./traces.js";

/** What says whether and where metrics are served. */
export interface TelemetryOptions {
  readonly metrics?: Address;
}

/** Adds the option of metrics to a command. */
export const withTelemetryOptions = (command: Command): Command =>
  command.option(
    "--metrics <[host:]port>",
    "serve metrics to Prometheus at /metrics, on 127.0.0.1 where no host is named (default: KYHOP_METRICS)",
    address,
  );

/**
 * Works with metrics and traces where they are asked for, and ends both, however the work ends.
 * @throws KyhopError PORT_UNAVAILABLE
 */
export function withTelemetry<Result>(
  { metrics: asked }: TelemetryOptions,
  context: Context,
  work: (metrics: Metrics | null) => Promise<Result>,
): Promise<Result> {
  const { KYHOP_METRICS: usual } = context.config;
  const at = asked ?? (usual === undefined ? null : address(usual));
  return withTraces(context, () => (at === null ? work(null) : withMetrics(at, context, work)));
}

async function withMetrics<Result>(
  at: Address,
  { messages }: Context,
  work: (metrics: Metrics) => Promise<Result>,
): Promise<Result> {
  const metrics = new (await import("./metrics.js")).Metrics();
  const served = await metrics.serve(at);
  const url = `${served.url}/metrics`;
  messages.tell(
    messages.isTerminal ? `metrics: ${url}` : JSON.stringify({ time: new Date().toISOString(), event: "metrics", url }),
  );
  try {
    return await work(metrics);
  } finally {
    await served.close();
  }
}
