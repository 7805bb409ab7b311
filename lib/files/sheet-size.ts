import { zipParts } from "./zip-parts";

const isSheet = /xl\/worksheets\/[^/]+\.xml/i;
const merge =
  /<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/gi;
const columnNumber = (letters: string) =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * How large a workbook's sheets are before anybody reads them: their unpacked bytes, and how many cells their merged ranges cover,
 * as one line of a file can merge a thousand million. @throws RangeError when the file is broken or unpacks to far too much.
 */
export function sheetSize(file: Buffer): { bytes: number; mergedCells: number } {
  const size = { bytes: 0, mergedCells: 0 };
  for (const { name, body } of zipParts(file)) {
    if (!isSheet.test(name)) continue;
    size.bytes += body.length;
    for (const [, fromColumn, fromRow, toColumn, toRow] of body.toString("latin1").matchAll(merge))
      size.mergedCells +=
        (Math.abs(columnNumber(toColumn!) - columnNumber(fromColumn!)) + 1) *
        (Math.abs(Number(toRow) - Number(fromRow)) + 1);
  }
  return size;
}
