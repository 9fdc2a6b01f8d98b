import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { gzipSync } from "node:zlib";

const bodies = ["phường Đông Lĩnh", "xã Phú Lương Hạ", "huyện Thanh Giang", "quận Nam Hải", "tỉnh Lạc Giang"];
const verbs = ["thông qua", "xem xét", "thảo luận", "biểu quyết"];

/** A page of a portal about one session, different for each number: about 6 KB, half of it the portal's own. */
function pageOf(number: number): string {
  const body = bodies[number % bodies.length];
  const sentence = (index: number) =>
    `Kỳ họp đã ${verbs[(number + index) % verbs.length]} báo cáo số ${number + index}, theo đó thu ngân sách đạt ${1 + ((number * 7 + index) % 900)},${index % 10} tỷ đồng, bằng ${80 + ((number + index) % 40)}% kế hoạch năm của HĐND ${body} giao.`;
  const paragraphs = Array.from({ length: 8 }, (_, index) => `<p>${sentence(index)} ${sentence(index + 8)}</p>`);
  const menu = Array.from({ length: 40 }, (_, index) => `<li><a href="/muc/${index}">Chuyên mục ${index}</a></li>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kỳ họp thứ ${number % 20} HĐND ${body}</title></head>
<body><ul class="menu">${menu.join("")}</ul><h1>Kỳ họp thứ ${number % 20} HĐND ${body}</h1>
<div class="entry-content">${paragraphs.join("\n")}</div></body></html>`;
}

function recordOf(number: number): Buffer {
  const page = pageOf(number);
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(page)}\r\n\r\n${page}`;
  return Buffer.from(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://tin.example/${number}\r\nWARC-Date: 2024-07-20T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${number}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`,
  );
}

/** Writes a web archive of so many pages, packed record by record. */
export async function writeWebArchive(path: string, pages: number): Promise<void> {
  const file = createWriteStream(path);
  for (let number = 0; number < pages; number++) {
    if (!file.write(gzipSync(recordOf(number), { level: 1 }))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}
