import { expect, test } from "vitest";
import { Messages } from "../../src/cli/terminal/messages.js";
import { KyhopError } from "../../src/errors.js";

function recorded(isTTY: boolean): { messages: Messages; written: () => string } {
  let written = "";
  const messages = new Messages({
    isTTY,
    columns: 20,
    write: (text) => {
      written += text;
    },
  });
  return { messages, written: () => written };
}

test("progress is shown to people only, cut to their screen, and gone before a message", () => {
  const { messages, written } = recorded(true);
  messages.progress("1/2 news/a-long-name-of-a-file.txt");
  messages.tell("done");
  expect(written()).toBe("\r1/2 news/a-long-nam\u001B[K\r\u001B[Kdone\n");
  const quiet = recorded(false);
  quiet.messages.progress("1/2 news/a.txt");
  expect(quiet.written()).toBe("");
});

test("a failure is one line with path, code and reason, whatever the path holds", () => {
  const { messages, written } = recorded(false);
  messages.tellFailure("a\u001B[2J\n.txt", new KyhopError("DOCUMENT_EMPTY", { path: "a.txt" }));
  expect(written()).toBe("a[2J .txt: DOCUMENT_EMPTY a.txt holds no text after cleaning. Look at the original page.\n");
});
