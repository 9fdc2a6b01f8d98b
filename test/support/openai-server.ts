import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BatchStore, type LineOutcome } from "./openai-server-batches.js";
import {
  type ChatBody,
  type CountedUsage,
  completionBody,
  errorBody,
  type GivenAnswer,
  usageOf,
} from "./openai-server-bodies.js";
import {
  type FaultName,
  type FaultPlan,
  isAnswerFault,
  isStatusFault,
  sendStatusFault,
  spoil,
} from "./openai-server-faults.js";
import { checkAgainstOpenAi, type Definition } from "./openai-server-schema.js";

export interface OpenAiServerOptions {
  /** what a good answer is; `{}` in JSON where it is left out */
  readonly answer?: (body: ChatBody) => string | GivenAnswer | Promise<string | GivenAnswer>;
  readonly faults?: FaultPlan;
  /** milliseconds before every answer, and before a slow one */
  readonly latency?: number;
  readonly slowness?: number;
  /** parameters and response formats that the server rejects, as compatible servers do */
  readonly rejects?: readonly ("json_schema" | "json_object" | "temperature" | "seed" | "max_completion_tokens")[];
  /** what happens to the lines of a batch */
  readonly batchLine?: (id: string, body: ChatBody) => LineOutcome;
  /** after how many looks a batch is done, or whether it may be */
  readonly batchPolls?: number | (() => boolean);
  /** whether the answer to the start of a batch, which is started, is never sent */
  readonly losesBatch?: () => boolean;
}

/** A server on this machine that speaks OpenAI's protocol over HTTP and says what it saw. */
export interface OpenAiTestServer {
  readonly url: string;
  /** the bodies of all chat requests, the failed ones too */
  readonly requests: readonly ChatBody[];
  /** which fault each of them met */
  readonly faults: readonly (FaultName | null)[];
  /** the tokens of the answer to each of them; `undefined` where none was sent whole */
  readonly usages: readonly (CountedUsage | undefined)[];
  /** how many requests each batch was started with */
  readonly batches: readonly number[];
  /** the most chat requests that were answered at one time */
  readonly mostAtOnce: number;
  /** the tokens of all answers that were sent whole */
  readonly usage: CountedUsage;
  /** where a request or an answer is not what OpenAI publishes */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

export async function startOpenAiServer(options: OpenAiServerOptions = {}): Promise<OpenAiTestServer> {
  const requests: ChatBody[] = [];
  const faults: (FaultName | null)[] = [];
  const usages: CountedUsage[] = [];
  const violations: string[] = [];
  const usage = { input: 0, output: 0, cached: 0 };
  const check = (definition: Definition, value: unknown) => {
    violations.push(...checkAgainstOpenAi(definition, value));
  };
  const count = (counted: CountedUsage) => {
    usage.input += counted.input;
    usage.output += counted.output;
    usage.cached += counted.cached;
  };
  const batches = new BatchStore(
    options.batchPolls ?? 2,
    (id, body) => {
      check("CreateChatCompletionRequest", body);
      return options.batchLine?.(id, body) ?? { content: "{}" };
    },
    (body, answer) => {
      count(usageOf(body, answer));
      const completion = completionBody(body, answer);
      check("CreateChatCompletionResponse", completion);
      return completion;
    },
  );
  let atOnce = 0;
  let mostAtOnce = 0;

  async function chat(body: ChatBody, response: ServerResponse, key: string): Promise<void> {
    check("CreateChatCompletionRequest", body);
    const place = requests.length;
    const fault = options.faults?.(place, body) ?? null;
    requests.push(body);
    faults.push(fault);
    await pause((options.latency ?? 0) + (fault === "slow" ? (options.slowness ?? 50) : 0));
    const rejected = options.rejects?.find((name) => isUsed(body, name));
    if (rejected) return send(response, 400, rejection(rejected));
    if (fault === "hang") return;
    if (fault === "cut_before") {
      response.destroy();
      return;
    }
    if (fault && isStatusFault(fault)) return sendStatusFault(response, fault, key);
    const given = (await options.answer?.(body)) ?? "{}";
    const good: GivenAnswer = typeof given === "string" ? { content: given } : given;
    const answer = fault && isAnswerFault(fault) ? spoil(good, fault) : good;
    const completion = completionBody(body, answer);
    check("CreateChatCompletionResponse", completion);
    if (fault === "cut_within") return sendHalf(response, JSON.stringify(completion), () => response.destroy());
    if (fault === "stall_within") return sendHalf(response, JSON.stringify(completion), () => {});
    response.on("finish", () => {
      const counted = usageOf(body, answer);
      usages[place] = counted;
      count(counted);
    });
    if (fault === "trickle") return trickle(response, JSON.stringify(completion), options.slowness ?? 50);
    send(response, 200, completion);
  }

  function batchAnswer(method: string, path: string, body: Buffer): { status: number; body: object | string } {
    const [, , kind = "", id = "", part = ""] = path.split("/");
    const content = part === "content" ? batches.files.get(id) : undefined;
    if (content !== undefined) return { status: 200, body: content };
    if (kind === "batches" && id === "" && method === "GET") return { status: 200, body: batches.list() };
    const batch = id === "" ? batches.create(JSON.parse(body.toString())) : batches.look(id);
    if (!batch) return { status: 404, body: errorBody("No such batch", "invalid_request_error") };
    check("Batch", batch);
    return { status: 200, body: batch };
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const body = await readBody(request);
    if (path === "/v1/chat/completions") {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      response.on("close", () => atOnce--);
      return chat(JSON.parse(body.toString()), response, request.headers.authorization ?? "");
    }
    if (path !== "/v1/files") {
      const answer = batchAnswer(request.method ?? "GET", path, body);
      if (path === "/v1/batches" && request.method === "POST" && options.losesBatch?.()) return;
      return send(response, answer.status, answer.body);
    }
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const file = (await new Response(body, { headers }).formData()).get("file");
    send(response, 200, batches.addFile(file instanceof Blob ? await file.text() : ""));
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error) => send(response, 500, errorBody(String(error), "test_server")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    faults,
    usages,
    usage,
    violations,
    get batches() {
      return batches.sizes;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function isUsed(body: ChatBody, name: string): boolean {
  return body.response_format?.type === name || name in body;
}

function rejection(name: string): object {
  return errorBody(`'${name}' is not supported by this model`, "invalid_request_error", "unsupported_value");
}

function sendHalf(response: ServerResponse, text: string, then: () => void): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), then);
}

/** The whole answer, in pieces over so many milliseconds. */
async function trickle(response: ServerResponse, text: string, milliseconds: number): Promise<void> {
  const pieces = 8;
  response.writeHead(200, { "content-type": "application/json" });
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece, piece + 1].map((n) => Math.floor((n * text.length) / pieces));
    response.write(text.slice(from, to));
    await pause(milliseconds / pieces);
  }
  response.end();
}

function send(response: ServerResponse, status: number, body: object | string): void {
  const json = typeof body === "object";
  response.writeHead(status, { "content-type": json ? "application/json" : "text/plain" });
  response.end(json ? JSON.stringify(body) : body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const pause = (milliseconds: number) =>
  milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
