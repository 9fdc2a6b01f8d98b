/** How the command ended, for scripts. */
export const exitCode = {
  /** every document was done */
  done: 0,
  /** some documents failed, each told on stderr; the others were delivered */
  someFailed: 1,
  /** wrong use, configuration or output */
  wrongUse: 2,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
