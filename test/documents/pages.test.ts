import { expect, test } from "vitest";
import { cleanText } from "../../src/documents/clean.js";
import { KyhopError } from "../../src/errors.js";
import { type PortalPage, realPages } from "../support/portal-pages.js";
import { tokenF1 } from "../support/token-f1.js";

const pages = realPages();
const [articles, listings] = [pages.filter(({ body }) => body !== null), pages.filter(({ body }) => body === null)];

function outcome({ name, html }: PortalPage): string | KyhopError {
  try {
    return cleanText(html, name).text;
  } catch (error) {
    if (error instanceof KyhopError) return error;
    throw error;
  }
}

test.skipIf(pages.length === 0).for(listings)("$name is refused as a listing, and its links are told", (page) => {
  const refusal = outcome(page);
  expect(refusal).toMatchObject({ code: "DOCUMENT_LISTING" });
  const links = refusal instanceof KyhopError ? String(refusal.details["links"]).split(" ") : [];
  expect(links.length).toBeGreaterThan(5);
  expect(links.every((link) => page.html.includes(link.split("&")[0] ?? ""))).toBe(true);
});

test.skipIf(pages.length === 0).for(articles)("$name: the article is read, and nothing around it", (page) => {
  const text = String(outcome(page));
  expect(tokenF1(text, page.body ?? "")).toBeGreaterThanOrEqual(0.98);
  expect(text).not.toMatch(/Đăng nhập|Trang chủ|Chọn liên kết|Bản quyền|Tìm kiếm/);
});
