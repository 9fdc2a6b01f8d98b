import { type Attributes, type Span, type SpanOptions, SpanStatusCode, trace } from "@opentelemetry/api";
import { toKyhopError } from "../errors.js";

const tracer = trace.getTracer("kyhop");

/**
 * Work as a span of a trace; where no traces are collected it costs next to nothing. A failure is told by its code
 * alone: messages may quote the document, and a trace goes to another machine.
 */
export function inSpan<Result>(
  name: string,
  { attributes = {}, ...options }: SpanOptions & { readonly attributes?: Attributes },
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes, ...options }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      const { code } = toKyhopError(error, name);
      span.setAttribute("error.type", code);
      span.setStatus({ code: SpanStatusCode.ERROR, message: code });
      throw error;
    } finally {
      span.end();
    }
  });
}
