import { constants, inflateSync } from "node:zlib";
import { decoded, xmlOf } from "./office-text";
import type { ZipPart } from "./zip-parts";

/** Macros, controls and sheets of an older kind of macro; objects of other programs, which bring their own. */
const isActiveName =
  /(?:^|\/)(?:vba[^/]*\.(?:bin|xml)|(?:activex|macrosheets|dialogsheets)\/.*|embeddings\/.*(?<!\.xlsx))$/i;
const isRelations = /\.rels$/i;
const isContentTypes = /^\/?\[content_types\]\.xml$/i;
const relation = /<(?:[\w.-]{1,40}:)?Relationship\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
/** Links that a reader presses, and a workbook's formulas on other workbooks, of which the program asks first. */
const mayLeave = /\/(?:hyperlink|externalLinkPath|xlPathMissing)$/;

/** Does this part of an office file run something, or fetch something from elsewhere, when the file is opened? */
export function isActivePart({ name, body }: ZipPart): boolean {
  if (isActiveName.test(name)) return true;
  if (isContentTypes.test(name)) return /macroEnabled|vbaProject/i.test(xmlOf(body));
  if (isRelations.test(name))
    return [...xmlOf(body).matchAll(relation)].some(([tag]) => isActiveRelation(decoded(tag)));
  return /^\/?xl\/externalLinks\//i.test(name) && /<(?:\w{1,40}:)?(?:dde|ole)Link\b/i.test(xmlOf(body));
}

function isActiveRelation(tag: string): boolean {
  const type = /\sType\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).find(Boolean) ?? "";
  if (/\/(?:oleObject|vbaProject|control)$/i.test(type)) return true;
  return /\sTargetMode\s*=\s*["']\s*External/i.test(tag) && !mayLeave.test(type);
}

/** A name of PDF as any of its letters may be written: itself, or # and its number. */
const pdfName = (name: string) =>
  "\\/" +
  [...name]
    .map(
      (letter) =>
        `(?:${letter}|#${letter
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/g, (hex) => `[${hex}${hex.toUpperCase()}]`)})`,
    )
    .join("");
const isActivePdf = new RegExp(["Launch", "JavaScript", "EmbeddedFile"].map(pdfName).join("|"));
const packedObjects = new RegExp(`${pdfName("ObjStm")}[^]{0,2000}?stream\\r?\\n`, "g");
const mostUnpacked = 64 * 1024 * 1024;

/**
 * Does a PDF start a program, run a script or carry other files? Looked for in the open and in packed objects; what is encrypted
 * stays unseen. @throws RangeError when its objects unpack to far too much.
 */
export function isActiveDocument(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  if (isActivePdf.test(text)) return true;
  let left = mostUnpacked;
  for (const found of text.matchAll(packedObjects)) {
    const from = found.index + found[0].length;
    const end = text.indexOf("endstream", from);
    const unpacked = inflated(bytes.subarray(from, end < 0 ? undefined : end), left);
    left -= unpacked.length;
    if (isActivePdf.test(unpacked.toString("latin1"))) return true;
  }
  return false;
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw new RangeError("unpacks to too much");
    return Buffer.alloc(0);
  }
}
