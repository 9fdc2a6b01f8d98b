import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import { within } from "./within.js";

/**
 * A shell that is told which processes run and which have ended, and kills what is left when its input ends. The
 * system closes the input when this process is gone, so that none stays behind however a test ends, `kill -9` included.
 */
const script = `
running=""
while read -r what id; do
  case $what in
    begun) running="$running $id " ;;
    ended) running=$(echo "$running" | sed "s/ $id //") ;;
  esac
done
[ -z "$running" ] || kill -9 $running 2>/dev/null`;

let guard: ChildProcess | null = null;

function tell(line: string): void {
  if (!guard) {
    // in a group of its own: Ctrl-C in the terminal ends the tests, and the guard after them
    guard = spawn("sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    guard.unref();
    guard.stdin?.on("error", () => {});
    if (guard.stdin instanceof Socket) guard.stdin.unref();
  }
  guard.stdin?.write(`${line}\n`);
}

/** The process, which does not outlive this one. */
export function guarded<Child extends ChildProcess>(child: Child): Child {
  const { pid } = child;
  if (pid === undefined) return child;
  tell(`begun ${pid}`);
  child.once("exit", () => tell(`ended ${pid}`));
  return child;
}

/** Sends a process the signal and, where it does not end by that, SIGKILL. One that has ended is left alone. */
export async function end(child: ChildProcess, name: string, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await within(patience, `the end of ${name} by ${signal}`, ended).catch(async (error) => {
    child.kill("SIGKILL");
    await within(patience, `the end of ${name} by SIGKILL`, ended);
    console.warn(String(error));
  });
}

/** Milliseconds. */
const patience = 15_000;

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
