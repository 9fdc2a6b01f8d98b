import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cleanText } from "../../src/documents/clean.js";
import { KyhopError } from "../../src/errors.js";

/** Real pages of a portal, kept beside the project; they are not ours to ship. */
const folder = join(import.meta.dirname, "../../../shared/pages");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : [];
const listings = /index|ke-hoach|cong-nghe-thong-tin/;

function outcome(name: string): string | KyhopError {
  try {
    return cleanText(readFileSync(join(folder, name), "utf8"), name).text;
  } catch (error) {
    if (error instanceof KyhopError) return error;
    throw error;
  }
}

test.skipIf(names.length === 0).for(names.filter((name) => listings.test(name)))(
  "%s is refused as a listing, and its links are told",
  (name) => {
    const refusal = outcome(name);
    expect(refusal).toMatchObject({ code: "DOCUMENT_LISTING" });
    const links = refusal instanceof KyhopError ? String(refusal.details["links"]).split(" ") : [];
    expect(links.length).toBeGreaterThan(5);
    expect(links.every((link) => readFileSync(join(folder, name), "utf8").includes(link.split("&")[0] ?? ""))).toBe(
      true,
    );
  },
);

test.skipIf(names.length === 0)("an article of the portal is read from its heading to its last duty", () => {
  const text = String(outcome(names.find((name) => /phong-buu-chinh/.test(name)) ?? ""));
  expect(text.match(/^\d{1,2}\. ?/gm)?.length).toBeGreaterThan(15);
  expect(text).not.toMatch(/Đăng nhập|Trang chủ|Chọn liên kết|Bản quyền/);
});
