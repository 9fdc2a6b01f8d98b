import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
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

/** Where in a trace work was handed on, as the headers of W3C's Trace Context: `traceparent` and, seldom, `tracestate`. */
export type TraceContext = Readonly<Record<string, string>>;

/** Where this work is in its trace, for whoever goes on with it elsewhere; `undefined` where no traces are collected. */
export function currentTrace(): TraceContext | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return Object.keys(carrier).length > 0 ? carrier : undefined;
}

/** Goes on with a trace that began elsewhere; where none did, the work begins one of its own. */
export function inTrace<Result>(handedOn: TraceContext | undefined, work: () => Result): Result {
  return context.with(propagation.extract(ROOT_CONTEXT, handedOn), work);
}
