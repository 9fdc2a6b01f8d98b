import { execFileSync } from "node:child_process";

/** Tests that run the command run what a user runs: the built one, made fresh before the suite. */
export function setup(): void {
  execFileSync("npx", ["tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
}
