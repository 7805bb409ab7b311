import ExcelJS from "exceljs";
import { answerBook, type BookItem } from "@/lib/requests/sheets/book";
import { pagesOf } from "@/lib/requests/sheets/pages";
import { type KnownItem, previewOf } from "@/lib/requests/sheets/preview";

// A workbook of answers that is made, filled in and read back.
export const now = new Date("2026-11-22T03:00:00Z");
export const mark = {
  id: "x",
  number: "XK-2026-000001",
  madeAt: now,
  madeBy: "Đại úy Thử",
  orgName: "Ngân hàng Thử",
};
const idOf = (place: number) => `0199f3d2-5c7e-7aaa-8bbb-${String(place).padStart(12, "0")}`;
export const bankId = idOf(999);
const organisationOf = (typed: string) => (typed === "VietinBank" ? bankId : null);
export const keepers = [
  { name: "VietinBank", kind: "bank" },
  { name: "Viettel", kind: "telecom" },
] as const;
export const itemOf = (kindCode: string, place: number, over: Partial<BookItem> = {}): BookItem => ({
  itemId: idOf(place),
  version: 1,
  code: "YC-25-2026-000001",
  kindCode,
  position: place,
  target: "1088 7420 5561",
  holder: "NGUYEN VAN A",
  disputed: "50000000",
  ...over,
});
export const knownOf = (items: readonly BookItem[], over: Partial<KnownItem> = {}) =>
  new Map(
    items.map((item): [string, KnownItem] => [
      item.itemId,
      {
        ...item,
        requestId: idOf(500),
        closed: null,
        disputed: item.disputed === null ? null : BigInt(item.disputed),
        overGround: null,
        answer: null,
        answeredAt: null,
        ...over,
      },
    ]),
  );

/** Opens the book, lets `fill` type into it, and reads it back. */
export async function filled(
  items: readonly BookItem[],
  fill: (book: ExcelJS.Workbook) => void,
  known = knownOf(items),
) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await answerBook(items, keepers, "vi", mark)) as unknown as ArrayBuffer);
  fill(book);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const pages = await pagesOf(bytes);
  if (typeof pages === "string") throw new Error(pages);
  return previewOf(pages, known, organisationOf, now, "vi");
}
/** Types into the column of this key, in the row of the nth target. */
export function type(
  book: ExcelJS.Workbook,
  sheet: string,
  key: string,
  value: ExcelJS.CellValue,
  nth = 0,
): void {
  const page = book.getWorksheet(sheet)!;
  let column = 0;
  page.getRow(1).eachCell((cell, at) => {
    if (String(cell.value).split("|").at(-1) === key) column = at;
  });
  page.getCell(3 + nth, column).value = value;
}
export const sample = { at: now, institutionId: bankId, organisationId: bankId, files: [] };
export const suspend = "Tạm dừng giao dịch";
