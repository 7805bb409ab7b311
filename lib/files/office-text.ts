import { type ZipPart, zipParts } from "./zip-parts";

/** Everything people can read in the two programs: text, headers, notes, comments, shapes, and what the file says of itself. */
const isWordy = /^\/?(?:word|xl|docProps)\/.*\.xml$/i;
const isMain = /^\/?(?:word|xl)\//i;
const isSheet = /^\/?xl\/(?:work|chart)sheets\//i;

/**
 * The words of a Word or Excel file, part by part, a paragraph or a cell a line.
 * @throws when it is broken, hides its words or any of its parts unpack to far too much.
 */
export function* officeTexts(bytes: Buffer): Generator<string> {
  let wordy = 0;
  for (const part of zipParts(bytes)) {
    const words = wordsOfPart(part);
    if (words === null) continue;
    if (isMain.test(part.name)) wordy += 1;
    yield words;
  }
  if (wordy === 0) throw new RangeError("no part with words");
}

/** The words of one part; null where people read none. */
export function wordsOfPart({ name, body }: ZipPart): string | null {
  if (!isWordy.test(name)) return null;
  const words = wordsOf(xmlOf(body));
  // Within a page's header and footer "&C", "&12" or '&"Arial"' set what follows.
  return isSheet.test(name) ? words.replace(/&(?:"[^"\n]{0,80}"|[A-Z]|\d{1,3})/g, "\n") : words;
}

/** XML is written in UTF-8, or in UTF-16 with its mark. */
export function xmlOf(body: Buffer): string {
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder("utf-16le").decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder("utf-16be").decode(body);
  return body.toString("utf8");
}

/**
 * The text between the tags. Behind the last ">" no tag ends: cut off there, each "<" finds its ">" at once, and the work grows
 * with the length alone whatever somebody put into the file.
 */
function wordsOf(xml: string): string {
  const plain = xml.replaceAll("<![CDATA[", "").replaceAll("]]>", "");
  const end = plain.lastIndexOf(">") + 1;
  const text = plain
    .slice(0, end)
    .replace(
      /<(?:\/(?:w:p|a:p|si|row|c|text|(?:odd|even|first)(?:Header|Footer)|dc:\w+|cp:\w+)|w:(?:br|cr|tab)(?:\s[^<>]*)?\/)>/g,
      "\n",
    )
    .replace(/<[^>]*>/g, "");
  return decoded(text + plain.slice(end));
}

const named: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

/** Entities as what they stand for, each once: "&amp;quot;" stays what it says. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#0*(\d{1,7})|#x0*([0-9a-f]{1,6})|(quot|amp|lt|gt|apos));/gi, (_, decimal, hex, name) =>
    name
      ? named[(name as string).toLowerCase()]!
      : sign(decimal ? Number(decimal) : Number.parseInt(hex as string, 16)),
  );

const sign = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ");
