import type { FileRefusal } from "@/lib/files/kinds";
import type { Outcome } from "@/lib/generated/prisma/enums";
import type { SheetsRefusal } from "@/lib/sheets/refusal";

/** Something wrong in a file, where a person finds it: the sheet's name, the row as Excel counts, the column's heading. */
export type SheetError = { sheet: string; row: number; column: string; code: string };

/**
 * What becomes of one row: `ready` is sent, `same` was answered so already, `blank` says nothing yet, `wrong` has errors,
 * `gone` is no open target of this desk (any more).
 */
export type RowState = "ready" | "same" | "blank" | "wrong" | "gone";
/**
 * Why a row is not asked (any more): not among the desk's targets, answered otherwise, the request over, waiting for the unit's word,
 * doubted, or in a colleague's hands. Words `sheets.gone.<reason>`.
 */
export type GoneReason = "unknown" | "answered" | "closed" | "asked" | "doubted" | "colleague";
export type SheetRow = {
  sheet: string;
  row: number;
  state: RowState;
  /** Of a row that is gone. */
  reason: GoneReason | null;
  kindCode: string | null;
  /** Of an answer that was given before: when, ISO in UTC. */
  answeredAt: string | null;
  itemId: string | null;
  itemVersion: number;
  requestId: string | null;
  code: string;
  position: number | null;
  target: string;
  outcome: Outcome | null;
  /** What would be held of it, VND as digits. */
  amount: string | null;
  answer: Record<string, unknown> | null;
  errors: SheetError[];
};
/** What lies beside a request: files that go out with its next answer, messages its reader has not seen, whether it was amended. */
export type BesideRequest = { files: number; unread: number; amended: boolean };
export type SheetPreview = {
  rows: SheetRow[];
  /** What belongs to no row: a sheet that cannot be read, money told of an unknown target. */
  errors: SheetError[];
  /** Short names of the organisations that the answers name, by id. */
  institutions: Readonly<Record<string, string>>;
  /** By the request's id, of requests that a row would answer. */
  beside: Readonly<Record<string, BesideRequest>>;
};

/** Why a file was not read at all; words are `files.refused.<code>`, for the last two `sheets.refused.<code>`. */
export type SheetRefusal = FileRefusal | SheetsRefusal | "notOurs";
export type SheetReading = { ok: true; preview: SheetPreview } | { ok: false; code: SheetRefusal };
