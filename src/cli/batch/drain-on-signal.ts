import type { Messages } from "../terminal/messages.js";

/** The shell's codes for a process that a signal ended: 128 + its number. */
const codes = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The first Ctrl-C (or SIGTERM) gives the signal: what is under way is finished and nothing else begun. The second ends
 * the process at once; what was not in the store by then is worked on by the next run.
 */
export function drainOnSignal(messages: Messages): AbortSignal {
  const drain = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.removeAllListeners(name);
    process.on(name, () => {
      if (drain.signal.aborted) process.exit(codes[name]);
      messages.tell("stopping: what is under way is finished; once more stops at once");
      drain.abort();
    });
  }
  return drain.signal;
}
