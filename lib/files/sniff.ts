import type { Magic } from "./kinds";

const starts = (bytes: Buffer, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** What the bytes themselves say they are; null when they are none of the kinds that may be uploaded. */
export function sniff(bytes: Buffer): Magic | null {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "jpg";
  if (starts(bytes, 0x52, 0x49, 0x46, 0x46) && bytes.subarray(8, 12).toString("latin1") === "WEBP")
    return "webp";
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes);
  return isText(bytes) ? "text" : null;
}

/** A Word or Excel file is a ZIP whose directory names its main part; a macro's part makes it neither. */
function officeKind(bytes: Buffer): Magic | null {
  if (!bytes.includes("[Content_Types].xml") || /vbaproject\.bin/i.test(bytes.toString("latin1")))
    return null;
  if (bytes.includes("word/document.xml")) return "docx";
  return bytes.includes("xl/workbook.xml") ? "xlsx" : null;
}

/** Plain text: valid UTF-8 (or UTF-16 with its mark) without control bytes, and no markup that a browser would run. */
function isText(bytes: Buffer): boolean {
  const text = decodeText(bytes);
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return false;
  return !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(text);
}

/** Text of a plain file, or null when it is not text. */
export function decodeText(bytes: Buffer): string | null {
  const encoding = starts(bytes, 0xff, 0xfe) ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
