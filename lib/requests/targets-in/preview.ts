import { type Language, languages } from "@/lib/i18n/languages";
import type { Kind } from "@/lib/requests/kinds/kind";
import { fieldLabel, sheetWords } from "@/lib/requests/sheets/words";
import { textOf } from "@/lib/sheets/cell";
import type { FileSheet } from "@/lib/sheets/sheets-of-file";
import type { TargetKind } from "@/lib/targets/target-kind";
import { columnLabel, type Head, headOf, mostTargetRows, targetColumns } from "./columns";
import { type FindsOrganisation, judgeTarget, type JudgedTarget } from "./judge";
import type { TargetPreview, TargetRemark, TargetSheetRow } from "./types";

/** A target that the case has. */
export type KnownTarget = {
  id: string;
  kind: TargetKind;
  value: string;
  institutionId: string | null;
  holderName: string | null;
  note: string | null;
};
export type Beside = {
  known: readonly KnownTarget[];
  find: FindsOrganisation;
  shortName: (id: string) => string;
  /** The request that the file is for; null for the case alone. */
  kind: Kind | null;
  language: Language;
  now: Date;
};

const isGuide = (name: string) => languages.some((language) => sheetWords(language)("sheets.guide") === name);

/**
 * What each row of the file would do; nothing is stored by looking. Pure. `noHeads` when no sheet has a row of heads with the
 * targets among them, `rows` when there are more than anybody reads through.
 */
export function targetPreview(
  sheets: readonly FileSheet[],
  beside: Beside,
): TargetPreview | "noHeads" | "rows" {
  const columns = targetColumns(beside.kind);
  const rows: TargetSheetRow[] = [];
  const unread: TargetPreview["unread"] = [];
  const first = new Map<string, TargetSheetRow>();
  let lists = 0;
  for (const sheet of sheets.filter(({ name }) => !isGuide(name))) {
    if (sheet.rows.length === 0) continue;
    const head = headOf(sheet.rows, columns);
    if (!head) {
      unread.push({ sheet: sheet.name, column: null });
      continue;
    }
    lists += 1;
    const behind = sheet.rows.filter(({ number }) => number > head.number);
    for (const { at, heading } of head.others)
      if (behind.some(({ cells }) => (cells[at] ?? null) !== null))
        unread.push({ sheet: sheet.name, column: heading });
    for (const { number, cells } of behind) {
      if ([...head.places.values()].every(({ at }) => textOf(cells[at] ?? null) === "")) continue;
      if (rows.length === mostTargetRows) return "rows";
      const judged = judgeTarget(cells, head, beside.kind, beside.find, beside.now);
      rows.push(placed(judged, { sheet: sheet.name, row: number }, head, beside, first));
    }
  }
  return lists === 0 ? "noHeads" : { rows, unread };
}

/** Lays a row beside the case and the rows above it. */
function placed(
  judged: JudgedTarget,
  where: { sheet: string; row: number },
  head: Head,
  { known, shortName, language }: Beside,
  first: Map<string, TargetSheetRow>,
): TargetSheetRow {
  const { kind, value, display, institutionId, holderName, note, ask } = judged;
  const headings = new Map<string, string>([...head.places].map(([{ key }, { heading }]) => [key, heading]));
  const row: TargetSheetRow = {
    ...where,
    state: "ready",
    kind,
    value,
    display,
    institutionId,
    institution: institutionId ? shortName(institutionId) : "",
    holderName,
    note,
    targetId: null,
    ask,
    remarks: [],
    errors: judged.errors.map(({ key, code }) => ({
      ...where,
      column: headings.get(key) ?? labelOf(language, key),
      code,
    })),
  };
  if (row.errors.length > 0) return { ...row, state: "wrong" };
  const same = `${kind} ${institutionId ?? ""} ${value}`;
  const above = first.get(same);
  if (above)
    return {
      ...row,
      state: "twice",
      remarks: [
        { code: "twice", what: sheetWords(language)("sheets.at", { sheet: above.sheet, row: above.row }) },
      ],
    };
  first.set(same, row);
  row.remarks = [...remarksOn(judged, known, shortName), ...missingOf(judged, language)];
  const own = known.find(
    (one) => one.kind === kind && one.value === value && one.institutionId === institutionId,
  );
  if (own) {
    row.state = "same";
    row.targetId = own.id;
  }
  return row;
}

function remarksOn(
  { kind, value, institutionId, holderName, note }: JudgedTarget,
  known: readonly KnownTarget[],
  shortName: (id: string) => string,
): TargetRemark[] {
  const alike = known.filter((one) => one.kind === kind && one.value === value);
  const own = alike.find((one) => one.institutionId === institutionId);
  if (own) {
    const left = [
      ...(holderName && holderName !== own.holderName ? [holderName] : []),
      ...(note && note !== own.note ? [note] : []),
    ];
    return left.length > 0 ? [{ code: "notTaken", what: left.join("; ") }] : [];
  }
  const others = alike.map((one) => (one.institutionId ? shortName(one.institutionId) : "–"));
  return others.length > 0 ? [{ code: "otherKeeper", what: others.join(", ") }] : [];
}

const missingOf = ({ missing }: JudgedTarget, language: Language): TargetRemark[] =>
  missing.length > 0
    ? [{ code: "missing", what: missing.map((key) => fieldLabel(language, key)).join(", ") }]
    : [];

/** A column that the file does not have is named as the template names it. */
function labelOf(language: Language, key: string): string {
  const column = targetColumns(null).find((one) => one.key === key);
  return column ? columnLabel(language, column) : fieldLabel(language, key.replace(/^details\./, ""));
}
