import ExcelJS from "exceljs";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { ExportMark } from "@/lib/exports/types";
import type { PaceLine } from "@/lib/figures/pace/line";
import type { Download } from "@/lib/files/download";
import { fileKinds } from "@/lib/files/kinds";
import { formatDate } from "@/lib/i18n/local-time";
import type { Language } from "@/lib/i18n/languages";
import { startOf } from "@/lib/local-days";
import { sheetWords } from "@/lib/requests/sheets/words";
import { guideSheet } from "@/lib/sheets/book-parts";
import { type Column, count, listSheet, words } from "@/lib/sheets/list-sheet";
import type { LeagueFilter } from "./filter";
import { getOwnFigures, type OwnFigures } from "./own-figures";

type Row = { kind: string; period: string; line: PaceLine };
const rounded = (minutes: number | null) => (minutes === null ? null : Math.floor(minutes));
/** Minutes as a number; an empty cell where there is none. */
const minutes = (key: string, of: (line: PaceLine) => number | null): Column<Row> => ({
  key,
  width: 14,
  format: "amount",
  cell: ({ line }) => rounded(of(line)),
});
const columns: Column<Row>[] = [
  words("kind", 34, ({ kind }) => kind),
  words("period", 26, ({ period }) => period),
  count("answered", ({ line }) => line.answered.count),
  minutes("openedMedian", ({ opened }) => opened.median),
  minutes("openedP90", ({ opened }) => opened.p90),
  minutes("actedMedian", ({ acted }) => acted.median),
  minutes("actedP90", ({ acted }) => acted.p90),
  minutes("answeredMedian", ({ answered }) => answered.median),
  minutes("answeredP90", ({ answered }) => answered.p90),
  count("onTime", ({ line }) => line.onTime.part),
  count("judged", ({ line }) => line.onTime.whole),
  count("firstRight", ({ line }) => line.firstRight.part),
  count("reviewed", ({ line }) => line.firstRight.whole),
];

/**
 * One's own figures by kind, of the period and of the one before, as a numbered workbook.
 * @throws Problem not-found for whoever leads no desk; not-now when nothing was answered.
 */
export async function takeOwnBook(actor: Actor, filter: LeagueFilter, language: Language): Promise<Download> {
  const figures = await getOwnFigures(actor, filter);
  if (!figures) throw new Problem("not-found");
  if (figures.kinds.length === 0) throw new Problem("not-now");
  return asActor(actor, async (tx) => {
    const what = { kind: "figures_xlsx", rows: figures.kinds.length };
    const { bytes, mark } = await exported(tx, actor, what, {}, async (made) => ({
      bytes: await bookOf(figures, language, made),
    }));
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

async function bookOf({ period, now, before, kinds }: OwnFigures, language: Language, mark: ExportMark) {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  const days = ({ from, to }: { from: string; to: string }) =>
    `${formatDate(startOf(from))} – ${formatDate(startOf(to))}`;
  guideSheet(book, t, mark, [[t("ownFigures.book.period"), days(period)]]);
  const both = (kind: string, one: PaceLine, other: PaceLine): Row[] => [
    { kind, period: days(period), line: one },
    { kind, period: days(period.previous), line: other },
  ];
  const rows = [
    ...kinds.flatMap((line) => both(t(`kinds.${line.kindCode}`), line.now, line.before)),
    ...both(t("ownFigures.book.all"), now, before),
  ];
  listSheet(book, t("ownFigures.book.sheet"), columns, rows, (key) => t(`ownFigures.book.columns.${key}`));
  return Buffer.from(await book.xlsx.writeBuffer());
}
