/** What may be uploaded: the extension, the type it is served as, and the bytes that must stand at its beginning. */
export const fileKinds = {
  pdf: { mediaType: "application/pdf", magic: "pdf" },
  png: { mediaType: "image/png", magic: "png" },
  jpg: { mediaType: "image/jpeg", magic: "jpg" },
  jpeg: { mediaType: "image/jpeg", magic: "jpg" },
  webp: { mediaType: "image/webp", magic: "webp" },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    magic: "docx",
  },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", magic: "xlsx" },
  csv: { mediaType: "text/csv; charset=utf-8", magic: "text" },
  txt: { mediaType: "text/plain; charset=utf-8", magic: "text" },
} as const;
export type FileExtension = keyof typeof fileKinds;
export type Magic = (typeof fileKinds)[FileExtension]["magic"];

export const acceptedExtensions = Object.keys(fileKinds)
  .map((extension) => `.${extension}`)
  .join(",");
/** Bytes of one file, of one upload, and files of one upload. */
export const largestFile = 20 * 1024 * 1024;
export const largestUpload = 64 * 1024 * 1024;
export const mostFiles = 20;

/** Why a file was not taken; words are `files.refused.<code>`. */
export const fileRefusals = [
  "extension",
  "mismatch",
  "empty",
  "tooLarge",
  "tooMany",
  "name",
  "unexamined",
  "merged",
  "active",
  "secret",
  "infected",
  "notAllowed",
  "twice",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** The extension of a name when it is one of ours. */
export function extensionOf(name: string): FileExtension | null {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return name.includes(".") && Object.hasOwn(fileKinds, extension) ? (extension as FileExtension) : null;
}

/** How a file stands with the operator's scanner; without one it is `unscanned`. */
export const scanStates = ["unscanned", "waiting", "clean", "refused"] as const;
export type ScanState = (typeof scanStates)[number];
