import PQueue from "p-queue";

/** How far the work may run ahead of a slow item at the head of the line, in multiples of the concurrency. */
const ahead = 4;

/**
 * Works on items, so many at a time, and gives the results in the order of the items. The source is read at most four
 * times the concurrency ahead of what has been given, so memory is bounded however long it is.
 * @param concurrency a whole number from 1 up
 * @throws what `work` or the source throws, when its turn comes; what has not begun then is dropped
 */
export async function* inFlight<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, void> {
  const queue = new PQueue({ concurrency });
  const line: Promise<Result>[] = [];
  const longest = concurrency === 1 ? 1 : concurrency * ahead;
  try {
    for await (const item of items) {
      const result = queue.add(() => work(item));
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

async function* first<Result>(line: Promise<Result>[]): AsyncGenerator<Result, void, void> {
  const head = line.shift();
  if (head) yield await head;
}
