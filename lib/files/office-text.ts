import { zipParts } from "./zip-parts";

const isWordy = /^(word\/(document|header\d*|footer\d*)\.xml|xl\/(sharedStrings|worksheets\/sheet\d+)\.xml)$/;

/**
 * The words of a Word or Excel file, part by part, a paragraph or a cell a line.
 * @throws when it is broken, hides its words or any of its parts unpack to far too much.
 */
export function* officeTexts(bytes: Buffer): Generator<string> {
  let wordy = 0;
  for (const { name, body } of zipParts(bytes)) {
    if (!isWordy.test(name)) continue;
    wordy += 1;
    yield wordsOf(body.toString("utf8"));
  }
  if (wordy === 0) throw new RangeError("no part with words");
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
