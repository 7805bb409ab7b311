import { inspectionAside } from "@/lib/files/inspect-aside";
import type { SheetsRefusal } from "./refusal";
import type { FileSheet } from "./sheets-of-file";

/**
 * What people see of a workbook or a CSV file (sheets-of-file.ts), read in the inspection's thread: a few kilobytes can ask the
 * library for thousand millions of cells. Of each sheet at most `most` rows and one more.
 */
export const sheetsAside = (
  name: string,
  bytes: Buffer,
  most: number,
  mostMs?: number,
): Promise<{ ok: true; sheets: FileSheet[] } | { ok: false; code: SheetsRefusal }> =>
  inspectionAside({ task: "sheets", name, bytes, most }, mostMs);
