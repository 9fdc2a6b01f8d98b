import { readFileSync } from "node:fs";

/** What a process has used until it was last looked at. */
export interface Usage {
  /** the most memory that it has had, in MB; `null` where the system has no /proc */
  readonly megabytes: number | null;
  /** of all its threads, which another process on the same machine does not add to; `null` likewise */
  readonly cpuSeconds: number | null;
}

/** The kernel counts time in hundredths of a second on every Linux that Node.js runs on. */
const ticksPerSecond = 100;

/** Looks every 200 ms at what a process uses, as the kernel keeps it; the function returned stops that and tells. */
export function watchUsage(pid: number): () => Usage {
  let usage: Usage = { megabytes: null, cpuSeconds: null };
  const timer = setInterval(() => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      // behind the command's name in brackets: utime and stime are the 12th and 13th fields
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      const ticks = Number(fields[11]) + Number(fields[12]);
      if (kilobytes) usage = { megabytes: Math.round(Number(kilobytes) / 1024), cpuSeconds: ticks / ticksPerSecond };
    } catch {
      // it has ended, or this system has no /proc: what was seen last stands
    }
  }, 200);
  timer.unref();
  return () => {
    clearInterval(timer);
    return usage;
  };
}
