import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { end, guarded, hasEnded } from "./guard.js";
import { isListening } from "./listening.js";
import { within } from "./within.js";

/** Milliseconds that a server is waited for. */
const patience = 30_000;

/** A server of the test's own, which it may kill. */
export interface ThrowawayServer {
  readonly port: number;
  readonly url: string;
  /** Ends it at once, as a crash does, and starts it on the same port with the same files. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian puts PostgreSQL's programs, beside the usual path. */
const folders = [
  ...(process.env["PATH"] ?? "").split(delimiter),
  ...(existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`)
    : []),
];

/** The path of a program, or `null` where it is not installed. */
export function installed(program: string): string | null {
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** Redis that writes all it is told to a file, so that a crash loses nothing. */
export async function startRedis(folder: string): Promise<ThrowawayServer> {
  const port = await freePort();
  const given = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--save", ""];
  return kept("Redis", port, `redis://127.0.0.1:${port}`, () =>
    spawn(installed("redis-server") ?? "redis-server", given, { stdio: "ignore" }),
  );
}

/** PostgreSQL with the user root and the database test. */
export async function startPostgres(): Promise<ThrowawayServer> {
  const port = await freePort();
  // a folder of its own: it refuses to run as root, and another user may not enter a folder of root's
  const data = mkdtempSync(join(tmpdir(), "kyhop-postgres-"));
  const owner = process.getuid?.() === 0 ? idsOf("postgres") : null;
  if (owner) chownSync(data, owner.uid, owner.gid);
  execFileSync(installed("initdb") ?? "initdb", ["-D", data, "-U", "root", "--auth=trust"], {
    ...owner,
    cwd: data,
    stdio: "ignore",
    timeout: patience,
  });
  const given = ["-D", data, "-h", "127.0.0.1", "-p", `${port}`, "-k", data];
  const program = installed("postgres") ?? "postgres";
  const server = await kept("PostgreSQL", port, `postgres://root@127.0.0.1:${port}/test`, () =>
    spawn(program, given, { ...owner, cwd: data, stdio: "ignore" }),
  );
  const stop = async () => {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await within(patience, "PostgreSQL that makes a database", makeDatabase(port));
    return { ...server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It answers before it lets anybody in. */
async function makeDatabase(port: number): Promise<void> {
  const { default: pg } = await import("pg");
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ connectionString: `postgres://root@127.0.0.1:${port}/postgres` });
    try {
      await client.connect();
      await client.query("create database test");
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await setTimeout(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, user], { encoding: "utf8" })));
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

async function kept(name: string, port: number, url: string, start: () => ChildProcess): Promise<ThrowawayServer> {
  let server: ChildProcess;
  // PostgreSQL refuses to start while processes of the crashed one are still about
  async function begin(): Promise<void> {
    do {
      await setTimeout(100);
      server = guarded(start());
      while (!hasEnded(server) && !(await isListening("127.0.0.1", port))) await setTimeout(100);
    } while (hasEnded(server) && !stopped);
  }
  let stopped = false;
  const answered = () => within(patience, `${name} that answers on port ${port}`, begin());
  const stop = async () => {
    stopped = true;
    await end(server, name, "SIGQUIT");
  };
  try {
    await answered();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    url,
    async crash() {
      // PostgreSQL leaves shared memory behind when it is killed, so it is told to stop without tidying up
      await end(server, name, name === "PostgreSQL" ? "SIGQUIT" : "SIGKILL");
      await answered();
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
