import { inflateRawSync } from "node:zlib";

/** An office file that unpacks to more bytes, to more than this many times its size, or has more parts, is refused unread. */
const mostBytes = 64 * 1024 * 1024;
const mostTimes = 100;
const mostParts = 1_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** An extra field that gives a part another name (Info-ZIP 0x7075): no office program writes one. */
const otherName = 0x7075;

/** A part of a ZIP, unpacked. */
export type ZipPart = { name: string; body: Buffer };
/** Where a part lies in the file, its own header left out, and how it is packed. */
type Place = { name: string; entry: number; from: number; to: number; method: number };

/**
 * All parts of a ZIP one after the other, every one of them counted, also those that nobody looks at: whatever reads the file later
 * unpacks them too. Only what all readers of ZIP read alike is read here. @throws RangeError when it is broken, encrypted, could be
 * read in two ways or unpacks to far too much.
 */
export function* zipParts(bytes: Buffer): Generator<ZipPart> {
  let left = Math.min(mostBytes, bytes.length * mostTimes);
  for (const { name, from, to, method } of placesOf(bytes)) {
    const body = unpack(bytes.subarray(from, to), method, left);
    left -= body.length;
    yield { name, body };
  }
}

function placesOf(bytes: Buffer): Place[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory)
    throw new RangeError("no ZIP directory");
  const count = bytes.readUInt16LE(end + 10);
  // Of several discs, with its larger form (ZIP64) or with a gap before its end, another reader finds another directory.
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count)
    throw new RangeError("ZIP of several discs");
  if (count === 0 || count > mostParts) throw new RangeError("no parts, or too many");
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) !== end) throw new RangeError("broken ZIP directory");
  const found: Place[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryEntry)
      throw new RangeError("broken ZIP directory");
    found.push(placeAt(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw new RangeError("broken ZIP directory");
  if (new Set(found.map(({ name }) => name.toLowerCase())).size < count)
    throw new RangeError("ZIP parts of one name");
  // Entries that share bytes make a small file unpack without end.
  found.sort((one, other) => one.entry - other.entry);
  if (found.some(({ entry }, index) => index > 0 && entry < found[index - 1]!.to))
    throw new RangeError("ZIP parts overlap");
  return found;
}

/** The part that the directory's line at `line` points to. */
function placeAt(bytes: Buffer, line: number): Place {
  const [flags, method] = [bytes.readUInt16LE(line + 8), bytes.readUInt16LE(line + 10)];
  if (flags & 1) throw new RangeError("encrypted ZIP part");
  const nameEnd = line + 46 + bytes.readUInt16LE(line + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(line + 30));
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === otherName) throw new RangeError("ZIP part of two names");
  const entry = bytes.readUInt32LE(line + 42);
  if (entry + 30 > bytes.length) throw new RangeError("broken ZIP entry");
  const from = entry + 30 + bytes.readUInt16LE(entry + 26) + bytes.readUInt16LE(entry + 28);
  const to = from + bytes.readUInt32LE(line + 20);
  if (to > bytes.length) throw new RangeError("broken ZIP entry");
  return { name: bytes.toString("utf8", line + 46, nameEnd), entry, from, to, method };
}

function unpack(body: Buffer, method: number, most: number): Buffer {
  if (method === 8) return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  if (method !== 0) throw new RangeError("unknown ZIP method");
  if (body.length > most) throw new RangeError("unpacks to too much");
  return body;
}
