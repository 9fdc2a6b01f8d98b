import { z } from "zod";
import { KyhopError } from "../../../errors.js";
import { paidReply, readCompletion } from "./completion.js";
import { openAiDialect } from "./dialect.js";
import { type FailureContext, printable, rejectionOf, statusFailure } from "./failures.js";
import type { ChatReply, ChatRequest } from "./model.js";
import { unreadable } from "./openai-client.js";
import type { Price } from "./prices.js";
import { requestBody } from "./request-body.js";

/** One request of a batch; its id comes back with its result. */
export interface BatchItem {
  readonly id: string;
  readonly request: ChatRequest;
}

/** A line of the file of requests: the object that the Batch API documents as "request input". */
export function batchLine(model: string, { id, request }: BatchItem): string {
  const body = requestBody(model, request, openAiDialect(model));
  return JSON.stringify({ custom_id: id, method: "POST", url: "/v1/chat/completions", body });
}

/** A line of the file of answers or of errors: the object that the Batch API documents as "request output". */
const ResultLine = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.int(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});
export type ResultLine = z.infer<typeof ResultLine>;

/** The results of a file. A line that is broken is left out, so its request is told as missing. */
export function readResultLines(content: string): ResultLine[] {
  return content.split("\n").flatMap((line) => {
    try {
      return [ResultLine.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

export const isAnswered = ({ response }: ResultLine): boolean => !!response && response.status_code < 400;

/** What became of one request: its reply, or why it has none. */
export async function readResult(
  { response, error }: ResultLine,
  request: ChatRequest,
  context: FailureContext & { readonly batch: string },
  price: Price | null,
): Promise<ChatReply | KyhopError> {
  const { model, batch } = context;
  if (!response) {
    const reason = printable(error?.message ?? "no reason given", context.secrets);
    return new KyhopError("LLM_BATCH_FAILED", { model, batch, status: error?.code ?? "failed", reason });
  }
  if (response.status_code >= 400) {
    const body = response.body;
    const told = typeof body === "object" && body !== null && "error" in body ? body.error : body;
    return statusFailure(rejectionOf(response.status_code, told), context, undefined, 0);
  }
  const answer = readCompletion(response.body, openAiDialect(model).format);
  return answer ? paidReply(answer, request, price) : unreadable(context, "it has no choices");
}
