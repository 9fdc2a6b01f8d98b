import PQueue from "p-queue";

/** How far the work may run ahead of a slow item at the head of the line, in multiples of the concurrency. */
const ahead = 4;

/**
 * Works on items, so many at a time, and gives the results in the order of the items. The source is read at most four
 * times the concurrency ahead of what has been given, so memory is bounded however long it is.
 * @param concurrency a whole number from 1 up
 * @param drain ends the line when it is given: what has begun is finished and given, nothing else is read or begun
 * @throws what `work` or the source throws, when its turn comes; what has not begun then is dropped
 */
export async function* inFlight<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
  drain?: AbortSignal,
): AsyncGenerator<Result, void, void> {
  const queue = new PQueue({ concurrency });
  const line: Promise<Result | typeof notBegun>[] = [];
  const longest = concurrency === 1 ? 1 : concurrency * ahead;
  // asking a signal takes as long as a small item
  let isEnding = drain?.aborted ?? false;
  drain?.addEventListener("abort", () => {
    isEnding = true;
  });
  try {
    for await (const item of items) {
      if (isEnding) break;
      const result = queue.add(async () => (isEnding ? notBegun : work(item)));
      // a failure is told when its turn comes; until then nobody else looks at it
      result.catch(() => {});
      line.push(result);
      if (line.length >= longest) yield* first(line);
    }
    while (line.length > 0) yield* first(line);
  } finally {
    queue.clear();
  }
}

const notBegun = Symbol("not begun");

async function* first<Result>(line: Promise<Result | typeof notBegun>[]): AsyncGenerator<Result, void, void> {
  const head = line.shift();
  if (!head) return;
  const result = await head;
  if (result !== notBegun) yield result;
}
