import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A process of its own that speaks as much of OpenAI's protocol as a bench needs and does next to nothing. It is sent
 * the answers by the user message that asks for them, and sends back its port; the path begins with the latency in
 * milliseconds: /500/v1/chat/completions.
 */
export type Answers = Readonly<Record<string, string>>;

interface Body {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

function serve(answers: Answers): void {
  const known = new Map(Object.entries(answers));
  const server = createServer(async (request, response) => {
    const latency = Number(request.url?.split("/")[1]);
    const began = performance.now();
    const { model, messages }: Body = JSON.parse(await textOf(request));
    const content = known.get(messages.at(-1)?.content ?? "");
    const body = JSON.stringify(content === undefined ? nothingKnown : completion(model, content));
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

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const completion = (model: string, content: string) => ({
  id: "chatcmpl-bench",
  object: "chat.completion",
  created: 1,
  model,
  choices: [
    { index: 0, message: { role: "assistant", content, refusal: null }, logprobs: null, finish_reason: "stop" },
  ],
  usage: { prompt_tokens: 4000, completion_tokens: 400, total_tokens: 4400 },
});

const nothingKnown = { error: { message: "There is no answer to this.", type: "bench", param: null, code: null } };

process.once("message", serve);
process.once("disconnect", () => process.exit());
