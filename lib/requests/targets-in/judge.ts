import { targetInput } from "@/lib/cases/schema";
import { fieldsOf } from "@/lib/fields";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import { objectOf } from "@/lib/requests/kinds/field-schema";
import type { Kind } from "@/lib/requests/kinds/kind";
import { draftTarget } from "@/lib/requests/schema";
import { valueOf } from "@/lib/requests/sheets/judge";
import { codeOf } from "@/lib/requests/sheets/words";
import { textOf, type Typed } from "@/lib/sheets/cell";
import { keepersOf } from "@/lib/targets/keepers";
import { normaliseTarget } from "@/lib/targets/kinds";
import type { TargetKind } from "@/lib/targets/target-kind";
import { type Head, kindLabel, kindsIn } from "./columns";
import type { TargetAsk } from "./types";

/** A row read by itself, before it is laid beside the case and the rest of the file. `errors` by the column's key. */
export type JudgedTarget = {
  kind: TargetKind | null;
  typed: string;
  value: string;
  display: string;
  institutionId: string | null;
  holderName: string;
  note: string;
  ask: TargetAsk | null;
  /** Keys of columns that the request still asks for. */
  missing: string[];
  errors: { key: string; code: string }[];
};
export type FindsOrganisation = (typed: string, among?: readonly OrganisationKind[]) => string | null;

/** Kinds whose numbers show that they have lost a zero: a spreadsheet's number is as good as its text. */
const saysItsLength = new Set<TargetKind>(["phone_number", "imei", "person_id"]);

/** Reads one row by the head above it. `kind` is the request that the file is for, null for the case alone. */
export function judgeTarget(
  cells: readonly Typed[],
  head: Head,
  kind: Kind | null,
  organisationOf: FindsOrganisation,
  now: Date,
): JudgedTarget {
  const byKey = new Map<string, Typed>([...head.places].map(([{ key }, { at }]) => [key, cells[at] ?? null]));
  const said = (key: string) => textOf(byKey.get(key) ?? null);
  const errors: JudgedTarget["errors"] = [];
  const targetKind = kindOfRow(said("kind"), head, kind, errors);
  const cell = byKey.get("value") ?? null;
  const typed = textOf(cell);
  const normal = targetKind ? normaliseTarget(targetKind, typed) : null;
  if (typed === "") errors.push({ key: "value", code: "required" });
  else if (cell instanceof Date) errors.push({ key: "value", code: "sheet.asText" });
  else if (typeof cell === "number" && targetKind && !saysItsLength.has(targetKind))
    // A number has lost its leading zeros, and a long one its last digits.
    errors.push({ key: "value", code: "sheet.asText" });
  else if (normal && !normal.ok) errors.push({ key: "value", code: `targets.errors.${normal.code}` });

  const institution = said("institution");
  const keepers = targetKind ? keepersOf[targetKind] : undefined;
  const institutionId = institution && keepers ? organisationOf(institution, keepers) : null;
  if (institution && targetKind && !institutionId)
    errors.push({ key: "institution", code: keepers ? "sheet.organisation" : "sheet.noKeeper" });

  const parsed = targetInput.safeParse({
    kind: targetKind,
    value: typed,
    holderName: said("holderName"),
    note: said("note"),
  });
  const more = parsed.success ? {} : fieldsOf(parsed.error);
  for (const key of ["value", "holderName", "note"] as const)
    if (more[key] && !errors.some((error) => error.key === key)) errors.push({ key, code: more[key] });

  const { ask, missing } = askedOf(byKey, kind, organisationOf, now, errors);
  return {
    kind: targetKind,
    typed,
    value: normal?.ok ? normal.value : typed,
    display: normal?.ok ? normal.display : typed,
    institutionId,
    holderName: parsed.success ? (parsed.data.holderName ?? "") : said("holderName"),
    note: parsed.success ? (parsed.data.note ?? "") : said("note"),
    ask,
    missing,
    errors,
  };
}

function kindOfRow(
  typed: string,
  head: Head,
  kind: Kind | null,
  errors: JudgedTarget["errors"],
): TargetKind | null {
  const allowed = kindsIn(kind);
  if (typed !== "") {
    const found = codeOf(typed, allowed, kindLabel);
    if (!found) errors.push({ key: "kind", code: "sheet.option" });
    return found;
  }
  const only = allowed.length === 1 ? allowed[0]! : head.implied;
  if (only && allowed.includes(only)) return only;
  errors.push({ key: "kind", code: only ? "target.wrongKind" : "required" });
  return null;
}

/** What the request asks of the target. What is left out may be filled in on the screen; what is there has to be right. */
function askedOf(
  byKey: ReadonlyMap<string, Typed>,
  kind: Kind | null,
  organisationOf: FindsOrganisation,
  now: Date,
  errors: JudgedTarget["errors"],
): { ask: TargetAsk | null; missing: string[] } {
  if (!kind) return { ask: null, missing: [] };
  const ask: TargetAsk = { disputedAmount: "", overGround: "", details: {} };
  const missing: string[] = [];
  if (kind.asksAmount) {
    const amount = byKey.get("disputedAmount") ?? null;
    const ground = textOf(byKey.get("overGround") ?? null);
    const read = draftTarget
      .pick({ disputedAmount: true, overGround: true })
      .safeParse({ disputedAmount: amount instanceof Date ? "" : (amount ?? undefined), overGround: ground });
    if (read.success) {
      ask.disputedAmount = read.data.disputedAmount ?? "";
      ask.overGround = read.data.overGround ?? "";
    } else for (const [key, code] of Object.entries(fieldsOf(read.error))) errors.push({ key, code });
  }
  const filled: Record<string, unknown> = {};
  for (const field of kind.details.target) {
    const cell = byKey.get(`details.${field.key}`) ?? null;
    if (cell === null) continue;
    const value = valueOf(field, cell, organisationOf);
    if (typeof value === "object" && value !== null && "code" in value)
      errors.push({ key: `details.${field.key}`, code: String(value.code) });
    else filled[field.key] = value;
  }
  const parsed = objectOf(kind.details.target, now).safeParse(filled);
  const refused = parsed.success ? {} : fieldsOf(parsed.error);
  for (const [path, code] of Object.entries(refused)) {
    const key = path.split(".")[0]!;
    if (filled[key] === undefined) missing.push(key);
    else errors.push({ key: `details.${key}`, code });
  }
  ask.details = Object.fromEntries(Object.entries(filled).filter(([key]) => refused[key] === undefined));
  return { ask, missing };
}
