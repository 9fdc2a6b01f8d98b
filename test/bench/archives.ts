import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean } from "../../src/documents/clean.js";
import { documentAt, documentsIn } from "../../src/documents/sources/open.js";
import { writeWebArchive } from "./web-archive.js";

const megabyte = 1024 * 1024;

/** entries that are gone back to */
const returns = 50;

/** Reads and cleans a web archive of so many pages; prints the time, the most memory and whether entries can be gone back to. */
async function benchArchive(pages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kyhop-archive-"));
  const path = join(folder, "pages.warc.gz");
  try {
    await writeWebArchive(path, pages);
    const began = performance.now();
    const cpuBefore = process.cpuUsage();
    let count = 0;
    let most = 0;
    const visited: { readonly address: string; readonly id: string }[] = [];
    for await (const { address, read } of documentsIn([path])) {
      const { id } = await clean(await read());
      if (count % Math.ceil(pages / returns) === 0) visited.push({ address, id });
      if (++count % 500 === 0) most = Math.max(most, process.memoryUsage().rss);
    }
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1000 / count;
    const jump = performance.now();
    let same = 0;
    for (const { address, id } of visited) same += (await clean(await documentAt(address))).id === id ? 1 : 0;
    const each = (performance.now() - jump) / visited.length;
    console.log(
      `${count} pages, ${(statSync(path).size / megabyte).toFixed(0)} MB: ${seconds.toFixed(1)} s, ${((1000 * seconds) / count).toFixed(3)} ms/page (${cpu.toFixed(3)} of CPU), at most ${(most / megabyte).toFixed(0)} MB; gone back to ${visited.length} entries, ${each.toFixed(1)} ms each: ${same} the same`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const pages of process.argv.slice(2).map(Number)) await benchArchive(pages);
