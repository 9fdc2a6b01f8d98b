import { once } from "node:events";
import { rmSync } from "node:fs";
import { open, realpath, rename, stat } from "node:fs/promises";
import { KyhopError, systemCodeOf } from "../errors.js";

/** Where results go. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): Promise<void>;
  /** Makes what was written the file that was asked for. Without it nothing of it stays. */
  commit(): Promise<void>;
}

/**
 * The output that `--out` names; "-" is standard output. A file appears whole or not at all: it is written beside its
 * place and renamed at the end.
 * @throws KyhopError OUTPUT_UNWRITABLE
 */
export async function openOutput(path: string): Promise<Output> {
  if (path === "-") return standardOutput;
  try {
    const existing = await stat(path).catch(() => null);
    // devices and pipes are written to, never replaced
    return existing && !existing.isFile()
      ? await openInPlace(path)
      : await openBeside(existing ? await realpath(path) : path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

const standardOutput: Output = {
  get isTerminal() {
    return process.stdout.isTTY === true;
  },
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  },
  async commit() {},
};

async function openInPlace(path: string): Promise<Output> {
  const file = await open(path, "w");
  return { isTerminal: false, write: async (text) => void (await file.write(text)), commit: () => file.close() };
}

async function openBeside(path: string): Promise<Output> {
  const temporary = `${path}.${process.pid}.part`;
  const file = await open(temporary, "wx");
  const discard = () => rmSync(temporary, { force: true });
  process.once("exit", discard);
  return {
    isTerminal: false,
    write: async (text) => {
      await file.appendFile(text).catch((error) => Promise.reject(unwritable(path, error)));
    },
    commit: async () => {
      await file.close();
      await rename(temporary, path).catch((error) => Promise.reject(unwritable(path, error)));
      process.removeListener("exit", discard);
    },
  };
}

function unwritable(path: string, error: unknown): KyhopError {
  const reason = systemCodeOf(error) ?? String(error);
  return new KyhopError("OUTPUT_UNWRITABLE", { path, reason }, { cause: error });
}
