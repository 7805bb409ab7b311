import { inflateRawSync } from "node:zlib";

/** An office file that unpacks to more than this, or has more parts with words, is refused rather than read. */
const mostBytes = 64 * 1024 * 1024;
const mostParts = 1_000;
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const isWordy = /^(word\/(document|header\d*|footer\d*)\.xml|xl\/(sharedStrings|worksheets\/sheet\d+)\.xml)$/;

/** Where a part lies in the file, its own header left out, and how it is packed. */
type Part = { entry: number; from: number; to: number; method: number };

/**
 * The words of a Word or Excel file, part by part, a paragraph or a cell a line. Reads the ZIP's directory itself, and unpacks only
 * the parts that hold words. @throws when it is broken, hides its words or unpacks to far too much.
 */
export function* officeTexts(bytes: Buffer): Generator<string> {
  let left = mostBytes;
  for (const part of partsOf(bytes, isWordy)) {
    const xml = unpack(bytes.subarray(part.from, part.to), part.method, left);
    left -= xml.length;
    yield wordsOf(xml.toString("utf8"));
  }
}

const isSheet = /^xl\/worksheets\/[^/]+\.xml$/;
const merge = /<mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * How many cells the merged ranges of a workbook's sheets cover: one line of a file can merge a thousand million.
 * @throws RangeError when the sheets unpack to more than `most` bytes, or the file is broken.
 */
export function mergedCells(bytes: Buffer, most: number): number {
  let left = most;
  let cells = 0;
  for (const part of partsOf(bytes, isSheet)) {
    const xml = unpack(bytes.subarray(part.from, part.to), part.method, left);
    left -= xml.length;
    if (left <= 0) throw new RangeError("unpacks to too much");
    for (const [, fromColumn, fromRow, toColumn, toRow] of xml.toString("latin1").matchAll(merge))
      cells +=
        (Math.abs(columnNumber(toColumn!) - columnNumber(fromColumn!)) + 1) *
        (Math.abs(Number(toRow) - Number(fromRow)) + 1);
  }
  return cells;
}

function partsOf(bytes: Buffer, isMeant: RegExp): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory)
    throw new RangeError("no ZIP directory");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const found: Part[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry)
      throw new RangeError("broken ZIP directory");
    const nameLength = bytes.readUInt16LE(at + 28);
    if (isMeant.test(bytes.toString("utf8", at + 46, at + 46 + nameLength))) found.push(partAt(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (found.length === 0 || found.length > mostParts) throw new RangeError("no such parts, or too many");
  // Entries that share bytes make a small file unpack without end.
  found.sort((one, other) => one.entry - other.entry);
  if (found.some(({ entry }, index) => index > 0 && entry < found[index - 1]!.to))
    throw new RangeError("ZIP parts overlap");
  return found;
}

/** The part that the directory's line at `line` points to. */
function partAt(bytes: Buffer, line: number): Part {
  const [flags, method] = [bytes.readUInt16LE(line + 8), bytes.readUInt16LE(line + 10)];
  if (flags & 1) throw new RangeError("encrypted ZIP part");
  const entry = bytes.readUInt32LE(line + 42);
  if (entry + 30 > bytes.length) throw new RangeError("broken ZIP entry");
  const from = entry + 30 + bytes.readUInt16LE(entry + 26) + bytes.readUInt16LE(entry + 28);
  const to = from + bytes.readUInt32LE(line + 20);
  if (to > bytes.length) throw new RangeError("broken ZIP entry");
  return { entry, from, to, method };
}

function unpack(body: Buffer, method: number, most: number): Buffer {
  if (method === 8) return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  if (method !== 0) throw new RangeError("unknown ZIP method");
  if (body.length > most) throw new RangeError("unpacks to too much");
  return body;
}

/**
 * The text between the tags. Behind the last ">" no tag ends: cut off there, each "<" finds its ">" at once, and the work grows
 * with the length alone whatever somebody put into the file.
 */
function wordsOf(xml: string): string {
  const end = xml.lastIndexOf(">") + 1;
  const text = xml
    .slice(0, end)
    .replace(/<(?:\/(?:w:p|si|row|c)|w:br(?:\s[^<>]*)?\/)>/g, "\n")
    .replace(/<[^>]*>/g, "");
  // Of the entities those that stand in or beside a mark; "&amp;" comes last, so that "&amp;quot;" stays what it says.
  return (text + xml.slice(end)).replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
