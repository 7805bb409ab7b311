import type { FileRefusal } from "@/lib/files/kinds";
import type { SheetError } from "@/lib/requests/sheets/types";
import type { SheetsRefusal } from "@/lib/sheets/refusal";
import type { TargetKind } from "@/lib/targets/target-kind";

/**
 * What becomes of a row: `ready` is stored, `same` is on the case already, `twice` stands further up in the file, `wrong` has errors.
 */
export type TargetRowState = "ready" | "same" | "twice" | "wrong";

/**
 * What a row is told beside its state; words are `sheets.targets.remarks.<code>`, `what` stands in them.
 * - otherKeeper: the case has this number with another keeper
 * - notTaken: the case has the target, and what the file says of it beside the number stays out
 * - twice: the row further up
 * - missing: what the request still asks of it, to be filled in on the screen
 */
export type TargetRemark = { code: "otherKeeper" | "notTaken" | "twice" | "missing"; what: string };

/** What a request asks about a target, as far as the file tells it. Amount VND as digits. */
export type TargetAsk = { disputedAmount: string; overGround: string; details: Record<string, unknown> };

export type TargetSheetRow = {
  sheet: string;
  row: number;
  state: TargetRowState;
  kind: TargetKind | null;
  /** Canonical; what was typed where it is none. */
  value: string;
  display: string;
  institutionId: string | null;
  institution: string;
  holderName: string;
  note: string;
  /** The case's own, for what it has already. */
  targetId: string | null;
  ask: TargetAsk | null;
  remarks: TargetRemark[];
  errors: SheetError[];
};

export type TargetPreview = {
  rows: TargetSheetRow[];
  /** Columns and sheets that hold something and are not read: nothing is left out in silence. */
  unread: { sheet: string; column: string | null }[];
};

/** Why a file was not read at all; words are `files.refused.<code>`, for the last two `sheets.targets.refused.<code>`. */
export type TargetSheetRefusal = FileRefusal | SheetsRefusal | "noHeads";
export type TargetSheetReading =
  { ok: true; preview: TargetPreview } | { ok: false; code: TargetSheetRefusal };
