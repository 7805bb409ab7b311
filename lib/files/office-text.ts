import { inflateRawSync } from "node:zlib";

/** An office file that unpacks to more than this is refused rather than read. */
const mostBytes = 64 * 1024 * 1024;
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const parts = /^(word\/(document|header\d*|footer\d*)\.xml|xl\/(sharedStrings|worksheets\/sheet\d+)\.xml)$/;

/**
 * The words of a Word or Excel file, a paragraph or a cell a line. Reads the ZIP's directory itself, and unpacks only the parts
 * that hold words. @throws RangeError when it is broken or unpacks to far too much.
 */
export function officeText(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory)
    throw new RangeError("no ZIP directory");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let left = mostBytes;
  const texts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry)
      throw new RangeError("broken ZIP directory");
    const [method, packed, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (parts.test(name)) {
      const xml = unpack(bytes, bytes.readUInt32LE(at + 42), packed, method, left);
      left -= xml.length;
      texts.push(wordsOf(xml.toString("utf8")));
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return texts.join("\n");
}

function unpack(bytes: Buffer, local: number, packed: number, method: number, most: number): Buffer {
  if (local + 30 > bytes.length) throw new RangeError("broken ZIP entry");
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body;
  if (method !== 8) throw new RangeError("unknown ZIP method");
  return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function wordsOf(xml: string): string {
  return xml
    .replace(/<\/(w:p|si|row|c)>|<w:br\b[^>]*\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
}
