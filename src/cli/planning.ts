import { pipelines } from "../../pipelines/index.js";
import { clean } from "../documents/clean.js";
import type { RawDocument } from "../documents/document.js";
import type { ChatRequest } from "../engines/llm/model/model.js";
import { batchPriceOf, costOf, priceOf } from "../engines/llm/model/prices.js";
import { requestKey } from "../engines/llm/model/request-key.js";
import { countInputTokens } from "../engines/llm/model/tokens.js";
import { recognise } from "../mentions/recognise.js";
import { choosePipeline } from "../pipeline.js";

/** What the LLM engine would ask about a document, and what that would take. */
export interface Planned {
  readonly source: string;
  readonly prompt: string;
  readonly model: string | null;
  /** `output` is expected, not known */
  readonly tokens: { readonly input: number; readonly output: number };
  /** US dollars; `null` where no model is named or its price is not known */
  readonly costUsd: number | null;
  readonly requests: readonly KeyedRequest[];
}

/** A request with the name under which a kept reply to it is looked for. */
type KeyedRequest = ChatRequest & { readonly key: string };

/**
 * The engine's modules are loaded only when the command runs: LangChain alone takes a third of a second.
 * @param batch whether the price is that of the provider's batches
 */
export async function planner(model: string | null, batch = false): Promise<(raw: RawDocument) => Promise<Planned>> {
  const { expectedOutput, planOf, plannedRequests, readPrompts, usualLimits } = await import("../engines/llm/index.js");
  const prompts = readPrompts();
  return async (raw) => {
    const document = await clean(raw);
    const mentions = recognise(document);
    const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
    const plan = await planOf({ document, mentions, pipeline }, prompts, usualLimits);
    const requests = await plannedRequests(plan, usualLimits);
    const counts = await Promise.all(requests.map(countInputTokens));
    const tokens = { input: counts.reduce((sum, one) => sum + one, 0), output: expectedOutput({ mentions }) };
    const usual = model === null ? null : priceOf(model);
    const price = usual && batch ? batchPriceOf(usual) : usual;
    const costUsd = price && costOf({ ...tokens, cached: 0 }, price);
    const keyed = requests.map((request) => ({ key: requestKey(request), ...request }));
    return { source: document.source, prompt: plan.prompt.version, model, tokens, costUsd, requests: keyed };
  };
}
