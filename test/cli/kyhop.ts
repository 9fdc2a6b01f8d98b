import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { guarded } from "../support/guard.js";

/** The built command. */
export const main = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** Documents that the project brings along. */
export const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
export const documents = join(fixtures, "documents");
/** One of them: a session's news. */
export const news = join(documents, "phuong-an-thinh-2024.txt");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** milliseconds after which it is killed and the test told so */
  readonly limit?: number;
}

/**
 * Runs the built command as a user would, in a folder without a `.env` and with no variables but the given ones.
 * @throws where it takes longer than the limit
 */
export async function kyhop(given: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { input, environment = {}, folder = tmpdir(), limit = 300_000 } = surroundings;
  const child = guarded(
    spawn(process.execPath, [main, ...given], { cwd: folder, env: { PATH: process.env["PATH"], ...environment } }),
  );
  const timer = setTimeout(() => child.kill("SIGKILL"), limit);
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  clearTimeout(timer);
  if (child.signalCode === "SIGKILL") throw new Error(`kyhop ${given[0]} took more than ${limit / 1000} s: ${stderr}`);
  return { code, stdout, stderr };
}
