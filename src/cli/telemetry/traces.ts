import type { Config } from "../config.js";
import type { Context } from "../context.js";
import type { Messages } from "../terminal/messages.js";
import { version } from "../version.js";

const variables = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_HEADERS",
  "OTEL_SERVICE_NAME",
] as const;

/** Works with traces where OpenTelemetry's variables ask for them, and sends the rest of them, however the work ends. */
export async function withTraces<Result>({ config, messages }: Context, work: () => Promise<Result>): Promise<Result> {
  const end = await startTraces(config, messages);
  try {
    return await work();
  } finally {
    await end();
  }
}

/**
 * Collects traces and sends them where OpenTelemetry's variables say, over HTTP. Without them nothing is loaded.
 * @returns what sends the rest and ends it
 */
async function startTraces(config: Config, messages: Messages): Promise<() => Promise<void>> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT && !config.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return async () => {};
  // the SDK reads the environment itself, and knows nothing of .env
  for (const name of variables) if (config[name] !== undefined) process.env[name] ??= config[name];
  const [{ DiagLogLevel, diag }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  let told = false;
  const error = () => {
    if (!told) messages.tell("traces: some could not be sent; see OTEL_EXPORTER_OTLP_ENDPOINT. The work goes on");
    told = true;
  };
  // what it says of a failure may hold addresses and headers
  diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} }, DiagLogLevel.ERROR);
  const named = resources.resourceFromAttributes({ "service.name": "kyhop", "service.version": version });
  const fromEnvironment = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new NodeTracerProvider({
    resource: resources.defaultResource().merge(named).merge(fromEnvironment),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return () => provider.shutdown().catch(error);
}
