import type { Attendee } from "../../records/attendee.js";
import type { Figure } from "../../records/figure.js";
import type { Record } from "../../records/record.js";
import type { Resolution } from "../../records/resolution.js";
import type { Session } from "../../records/session.js";
import { alignRows, clip } from "../terminal/layout.js";
import { printable } from "../terminal/printable.js";
import type { Style } from "../terminal/style.js";
import { amountOf } from "./amount.js";
import { proofOf } from "./proof.js";

/** A record for people to read: what was met about, by whom, and each figure above the words that prove it. */
export function summaryOf(record: Record, style: Style): string {
  const { document } = record;
  const about = [
    document.kind.replace("_", " "),
    document.publishedAt?.slice(0, 10),
    document.publisher,
    document.source,
  ];
  const blocks = [
    [style.bold(printable(document.title ?? "(no title)")), style.dim(line(about))],
    section("Sessions", record.sessions.map(sessionLine), style),
    section("Attendees", record.attendees.map(attendeeLine), style),
    section("Resolutions", record.resolutions.map(resolutionLine), style),
    section("Targets", figureLines(record.targets, style), style),
    section("Achievements", figureLines(record.achievements, style), style),
    section("Problems", problemLines(record, style), style),
  ];
  return `${blocks.flat().join("\n")}\n\n`;
}

function section(heading: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length ? [style.bold(heading), ...lines.map((text) => `  ${text}`)] : [];
}

/** The known ones of `parts`, parted by dots. */
function line(parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter(Boolean)
    .map((part) => printable(String(part)))
    .join(" · ");
}

function sessionLine({ name, body, date, place }: Session): string {
  const days = date && (date.start === date.end ? date.start : `${date.start} – ${date.end}`);
  return line([body?.name, name, date?.partOfDay ? `${days} (${date.partOfDay})` : days, place]);
}

function attendeeLine({ name, group, count, outOf, titles, roles }: Attendee): string {
  const share = count === null ? null : `${count}${outOf === null ? "" : `/${outOf}`}`;
  const special = roles.filter((role) => role !== "participant");
  return line([name ?? group, share, titles.join(", "), special.join(", ")]);
}

function resolutionLine({ number, title, role, issuedOn }: Resolution): string {
  return line([number, title, issuedOn, role]);
}

function figureLines(figures: readonly Figure[], style: Style): readonly string[] {
  const rows = figures.map((figure) => [
    clip(printable(figure.indicator), 56),
    clip(printable(amountOf(figure)), 36),
    printable(figure.period?.label ?? ""),
    figure.comparisons.map(({ text }) => printable(text)).join("; "),
  ]);
  return alignRows(rows).flatMap((row, i) => {
    const figure = figures[i];
    if (!figure) return [];
    const mark = figure.verified ? style.good("✓") : style.bad("?");
    return [`${mark} ${row}`, `    ${style.dim("“")}${proofOf(figure, style)}${style.dim("”")}`];
  });
}

function problemLines({ problems }: Record, style: Style): readonly string[] {
  return problems.map(({ path, code, message }) => `${style.bad(printable(code))} ${printable(`${path}: ${message}`)}`);
}
