export type { LlmOptions } from "./ask-document.js";
export { llmEngine } from "./engine.js";
export { fromLangChain } from "./langchain.js";
export { expectedOutput, type LlmLimits, plannedRequests, planOf, usualLimits } from "./plan.js";
export { type Prompt, type Prompts, readPrompts } from "./prompts.js";
export { Reply, replySchema } from "./reply.js";
