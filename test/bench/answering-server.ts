import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What is answered, by the user message that asks. */
export type Answers = Readonly<Record<string, string>>;

/** A request as the server sees it. */
export interface Arrival {
  /** milliseconds */
  readonly at: number;
  readonly tokens: number;
}

/**
 * What is sent to this process, which is one of its own so that it takes no time of who asks. It speaks as much of
 * OpenAI's protocol as a bench needs and does next to nothing. It sends back its port, and each arrival where it has one
 * answer to all. The path begins with the latency in milliseconds, or the least and the most: /500/v1/chat/completions,
 * /100-300/v1/chat/completions.
 */
export type Given = { readonly answers: Answers } | { readonly answerToAll: string };

interface Body {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

function serve(given: Given): void {
  const known = new Map("answers" in given ? Object.entries(given.answers) : []);
  const answerToAll = "answerToAll" in given ? given.answerToAll : undefined;
  const server = createServer(async (request, response) => {
    const latency = latencyOf(request.url?.split("/")[1]);
    const began = performance.now();
    const text = await textOf(request);
    const { model, messages }: Body = JSON.parse(text);
    const content = answerToAll ?? known.get(messages.at(-1)?.content ?? "");
    const tokens = Math.ceil(text.length / lettersOfToken);
    const body = JSON.stringify(content === undefined ? nothingKnown : completion(model, content, tokens));
    if (answerToAll !== undefined) process.send?.({ at: began, tokens: tokens + outputTokens } satisfies Arrival);
    const answer = () => {
      response.writeHead(content === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(body);
    };
    if (latency === 0) answer();
    else setTimeout(answer, latency - (performance.now() - began));
  });
  // a client that pauses between two rounds finds its connections closed by itself alone
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}

function latencyOf(given = "0"): number {
  const [least = 0, most = least] = given.split("-").map(Number);
  return least + Math.random() * (most - least);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** About; counting them would take time. */
const lettersOfToken = 3;
const outputTokens = 400;

const completion = (model: string, content: string, tokens: number) => ({
  id: "chatcmpl-bench",
  object: "chat.completion",
  created: 1,
  model,
  choices: [
    { index: 0, message: { role: "assistant", content, refusal: null }, logprobs: null, finish_reason: "stop" },
  ],
  usage: { prompt_tokens: tokens, completion_tokens: outputTokens, total_tokens: tokens + outputTokens },
});

const nothingKnown = { error: { message: "There is no answer to this.", type: "bench", param: null, code: null } };

process.once("message", serve);
process.once("disconnect", () => process.exit());
