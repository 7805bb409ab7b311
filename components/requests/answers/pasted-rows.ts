import { formatDateTime } from "@/lib/i18n/local-time";
import type { Institution } from "@/lib/requests/desk/types";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { grouped } from "./hold-values";
import { emptyTransfer, type TransferRow } from "./onward-values";
import { amountOf, momentOf } from "./typed-answer";

/**
 * Rows copied from a sheet, in any order of columns: what reads as a time is the time, what names an institution is the institution,
 * the longest run of digits is the account, what is left and reads as money is the amount. Empty unless it looks like a sheet.
 */
export function pastedRows(text: string, institutions: readonly Institution[]): TransferRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!lines.some((line) => line.includes("\t"))) return [];
  return lines.slice(0, 200).map((line) =>
    rowOf(
      line.split("\t").map((cell) => cell.trim()),
      institutions,
    ),
  );
}

function rowOf(cells: string[], institutions: readonly Institution[]): TransferRow {
  const row = { ...emptyTransfer };
  const left: string[] = [];
  for (const cell of cells) {
    const folded = foldVietnamese(cell);
    const institution = institutions.find(({ name }) => foldVietnamese(name) === folded);
    const moment = row.at === "" && /[:/hg]/.test(cell) ? momentOf(cell) : null;
    if (institution && !row.toInstitutionId) row.toInstitutionId = institution.id;
    else if (moment) row.at = formatDateTime(moment);
    else if (cell) left.push(cell);
  }
  // An account has no dots between thousands; an amount without dots is told from it by being shorter.
  const plain = left
    .filter((cell) => /^[0-9A-Z ]{6,24}$/i.test(cell) && /\d/.test(cell))
    .sort((a, b) => b.length - a.length);
  const amount = left.find((cell) => cell !== plain[0] && amountOf(cell) !== null);
  return { ...row, toAccount: plain[0] ?? "", amount: grouped(amount ?? "") };
}
