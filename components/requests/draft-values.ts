import { said } from "@/components/forms/schema-resolver";
import { vndParts } from "@/lib/money/format-vnd";
import { beyondTrail } from "@/lib/requests/drafting/trail";
import { mostTargets } from "./pick-choice";
import type { DraftInput } from "@/lib/requests/schema";
import type {
  AddresseeOption,
  DraftOptions,
  DraftValuesSaved,
  KindOption,
  NamedFile,
  TargetOption,
} from "@/lib/requests/drafting/types";
import { detailsOf } from "@/lib/requests/kinds";
import { mayBeAsked, mayKeep } from "@/lib/requests/kinds/addressee";
import { type FieldsTyped, fromFields, toFields } from "./fields/field-values";

export type PickValues = {
  targetId: string;
  chosen: boolean;
  disputedAmount: string;
  overGround: string;
  note: string;
  /** What the kind asks of this target, by the field's key. */
  details: FieldsTyped;
};
/** A request as its drafter fills it in. Every target of the case has its line; only the chosen ones are sent. */
export type DraftValues = {
  key: string;
  caseId: string;
  requestId: string;
  version: number;
  kindCode: string;
  addresseeOrgId: string;
  urgency: string;
  grounds: string;
  legalBases: string[];
  disclosure: string;
  parentId: string;
  details: FieldsTyped;
  /** The other side of a reconciliation; empty for every other kind. */
  pairTargetId: string;
  pairOrgId: string;
  picks: PickValues[];
  attachmentIds: string[];
  /** Names of files that were sent while drafting, and of those that the saved draft has. */
  namedFiles: NamedFile[];
};

/** Does this kind at this addressee take the target? One that nobody on the register keeps may go to any addressee. */
export function fits(
  target: Pick<TargetOption, "kind" | "institutionId">,
  kind: KindOption | undefined,
  addresseeOrgId: string,
  addressees: readonly AddresseeOption[],
): boolean {
  const addressee = addressees.find(({ id }) => id === addresseeOrgId);
  return (
    kind !== undefined &&
    kind.targets.includes(target.kind) &&
    (!addresseeOrgId ||
      mayKeep(kind, { id: addresseeOrgId, segment: addressee?.segment ?? null }, target.institutionId))
  );
}

/**
 * Is this target ticked before the drafter touches it? Only what the addressee keeps itself, does not hold already and was not asked the same about; never for the
 * protection of a victim's account, for the case's targets are the suspects'.
 */
export const isProposed = (
  {
    kind: of,
    institutionId,
    activeHold,
    asked,
  }: Pick<TargetOption, "kind" | "institutionId" | "activeHold" | "asked">,
  kind: Pick<KindOption, "code" | "targets"> | undefined,
  addresseeOrgId: string,
): boolean =>
  kind !== undefined &&
  kind.code !== "VICTIM_ACCOUNT_PROTECTION" &&
  kind.targets.includes(of) &&
  institutionId !== null &&
  institutionId === addresseeOrgId &&
  activeHold === null &&
  !asked.some((request) => request.kindCode === kind.code && request.addresseeOrgId === addresseeOrgId);

/**
 * The lines after kind or addressee changed: what nobody touched follows the new proposal; what the drafter decided stays, and so does
 * the target that the request was begun from (`beginWith`).
 */
export function proposedAnew(
  options: DraftOptions,
  picks: readonly PickValues[],
  before: Pick<DraftValues, "kindCode" | "addresseeOrgId">,
  after: Pick<DraftValues, "kindCode" | "addresseeOrgId">,
  beginWith?: string,
): PickValues[] {
  const proposed = (target: TargetOption, { kindCode, addresseeOrgId }: typeof before) => {
    const kind = options.kinds.find(({ code }) => code === kindCode);
    const addressee = options.addressees.find(({ id }) => id === addresseeOrgId);
    // NAPAS sees what goes between the accounts of others.
    return isProposed(
      target,
      kind,
      addressee?.segment === "napas" ? (target.institutionId ?? "") : addresseeOrgId,
    );
  };
  const all = options.targets.filter((target) => proposed(target, after)).length;
  return picks.map((pick) => {
    const target = options.targets.find(({ id }) => id === pick.targetId);
    if (!target || target.id === beginWith || pick.chosen !== proposed(target, before)) return pick;
    return { ...pick, chosen: all <= mostTargets && proposed(target, after) };
  });
}

/** What was typed as the command takes it; lines that do not fit the kind any more stay in the form and out of the request. */
export function toDraftInput(options: DraftOptions) {
  return (values: DraftValues): Record<string, unknown> => {
    const kind = options.kinds.find(({ code }) => code === values.kindCode);
    const asked = detailsOf(values.kindCode);
    const targets = chosenPicks(options, values).map(
      ({ targetId, disputedAmount, overGround, note, details }) => ({
        targetId,
        ...(asked.target.length > 0 ? { details: toFields(asked.target, details) } : {}),
        ...(kind?.asksAmount ? { disputedAmount, overGround: said(overGround) } : {}),
        note: said(note),
      }),
    );
    return {
      key: values.key,
      caseId: values.caseId,
      ...(values.requestId ? { requestId: values.requestId, version: values.version } : {}),
      kindCode: values.kindCode,
      addresseeOrgId: values.addresseeOrgId,
      urgency: values.urgency,
      grounds: values.grounds,
      legalBases: values.legalBases,
      disclosure: said(values.disclosure),
      parentId: said(values.parentId),
      ...(asked.request.length > 0 ? { details: toFields(asked.request, values.details) } : {}),
      targets,
      ...(values.kindCode === "IDENTITY_RECONCILIATION" && values.pairTargetId && !values.requestId
        ? { pair: { targetId: values.pairTargetId, addresseeOrgId: values.pairOrgId } }
        : {}),
      attachmentIds: values.attachmentIds,
    };
  };
}

/** The lines that will be sent, in the case's order. */
export function chosenPicks(
  options: DraftOptions,
  values: Pick<DraftValues, "picks" | "kindCode" | "addresseeOrgId">,
): PickValues[] {
  const kind = options.kinds.find(({ code }) => code === values.kindCode);
  return values.picks.filter(({ targetId, chosen }) => {
    const target = options.targets.find(({ id }) => id === targetId);
    return chosen && target !== undefined && fits(target, kind, values.addresseeOrgId, options.addressees);
  });
}

/** What the command says about amounts beyond the trail, said in the form already. */
export function amountsBeyondTrail(options: DraftOptions, input: DraftInput): Record<string, string> {
  return beyondTrail(input.targets, new Map(options.targets.map(({ id, paidIn }) => [id, BigInt(paidIn)])));
}

/** A field of the sent list (`targets.0.disputedAmount`) as the field of the form's own line. */
export function fieldInForm(options: DraftOptions, values: DraftValues, path: string): string {
  const match = /^targets\.(\d+)\.([\w.]+)$/.exec(path);
  if (path.startsWith("pair.")) return path === "pair.targetId" ? "pairTargetId" : "pairOrgId";
  if (!match) return path === "targets" ? "picks" : path;
  const pick = chosenPicks(options, values)[Number(match[1])];
  const index = pick ? values.picks.indexOf(pick) : -1;
  return index < 0 ? "picks" : `picks.${index}.${match[2] === "targetId" ? "chosen" : match[2]}`;
}

/**
 * The errors that are gone once a field of the form changes: its own; for a target's line those of the whole line, as an
 * amount is judged together with its ground, and that no line was chosen, which the kind and the addressee change as well.
 */
export function errorsBehind(name: string): string[] {
  const line = /^picks\.\d+/.exec(name);
  const choice = ["picks.message", "picks.type", "picks.ref"];
  if (line) return [line[0], ...choice];
  return name === "kindCode" || name === "addresseeOrgId" ? [name, ...choice] : [name];
}

/** Digits as they stand in a money field; nothing is left empty. */
const typedVnd = (digits: string): string => {
  const amount = BigInt(digits);
  return amount === 0n ? "" : vndParts(amount).digits;
};

/** A target's line before anybody touched it. */
const emptyPick = ({ id, paidIn }: Pick<TargetOption, "id" | "paidIn">): PickValues => ({
  targetId: id,
  chosen: false,
  disputedAmount: typedVnd(paidIn),
  overGround: "",
  note: "",
  details: {},
});

/** What a list from a file says of a target that this request shall name. */
export type BroughtPick = Pick<PickValues, "targetId" | "note"> & {
  ask: { disputedAmount: string; overGround: string; details: Record<string, unknown> } | null;
};

/**
 * The lines for the targets that the case has by now: what was typed stays with its target, and what a list brought is chosen, with
 * what the list says of it.
 */
export function picksWith(
  options: DraftOptions,
  picks: readonly PickValues[],
  kindCode: string,
  brought: readonly BroughtPick[],
): PickValues[] {
  const asked = detailsOf(kindCode).target;
  const own = new Map(picks.map((pick) => [pick.targetId, pick]));
  const more = new Map(brought.map((each) => [each.targetId, each]));
  return options.targets.map((target) => {
    const pick = own.get(target.id) ?? emptyPick(target);
    const told = more.get(target.id);
    if (!told) return pick;
    const { disputedAmount = "", overGround = "", details = {} } = told.ask ?? {};
    const filled = Object.entries(fromFields(asked, details)).filter(([, value]) => value.length > 0);
    return {
      ...pick,
      chosen: true,
      disputedAmount: disputedAmount ? typedVnd(disputedAmount) : pick.disputedAmount,
      overGround: overGround || pick.overGround,
      note: told.note || pick.note,
      details: { ...pick.details, ...Object.fromEntries(filled) },
    };
  });
}

/** Who is asked about a target: who keeps it, else of a phone whom its prefix points to. */
const keeperOf = ({ institutionId, likelyOrgId }: TargetOption): string | null =>
  institutionId ?? likelyOrgId ?? null;

/**
 * Whom a request of this kind goes to when its kind was changed: still who was chosen, where he may be asked that; else who keeps the
 * target it was begun from, or the only one who keeps any that the kind is about. Empty when the drafter has to choose.
 */
export function addresseeFor(
  options: DraftOptions,
  kind: KindOption | undefined,
  chosen: string,
  beginWith?: string,
): string {
  const mayAsk = (id: string | null): id is string => {
    const addressee = options.addressees.find((each) => each.id === id);
    return kind !== undefined && addressee !== undefined && mayBeAsked(kind, kind.addresseeWords, addressee);
  };
  if (mayAsk(chosen)) return chosen;
  const about = options.targets.filter(({ kind: of }) => kind?.targets.includes(of));
  const begun = about.find(({ id }) => id === beginWith);
  const own = begun ? keeperOf(begun) : null;
  if (mayAsk(own)) return own;
  const [only, ...others] = new Set(about.map(keeperOf).filter(mayAsk));
  return only !== undefined && others.length === 0 ? only : "";
}

/** A form for a new request: the target it was begun from decides kind and addressee. */
export function newDraft(options: DraftOptions, key: string, beginWith: string | undefined): DraftValues {
  const target =
    options.targets.find(({ id }) => id === beginWith) ??
    options.targets.find(
      ({ institutionId, activeHold, asked }) =>
        institutionId !== null && activeHold === null && asked.length === 0,
    ) ??
    options.targets.find(({ institutionId, activeHold }) => institutionId !== null && activeHold === null) ??
    options.targets[0];
  const kind =
    options.kinds.find((each) => each.fits && target !== undefined && each.targets.includes(target.kind)) ??
    options.kinds[0]!;
  const addresseeOrgId = target ? (keeperOf(target) ?? "") : "";
  const isOffered = (each: TargetOption) => isProposed(each, kind, addresseeOrgId);
  // More than one request takes: which of them are sent is the drafter's choice, not the order in which they were found.
  const isTooMany =
    options.targets.filter((each) => isOffered(each) && fits(each, kind, addresseeOrgId, options.addressees))
      .length > mostTargets;
  // Nothing that was asked already is ticked by itself; a target that the drafter came from is.
  const begun = isTooMany || target?.asked.length ? beginWith : target?.id;
  return {
    key,
    caseId: options.caseId,
    requestId: "",
    version: 1,
    kindCode: kind.code,
    addresseeOrgId,
    urgency: "urgent",
    grounds: "",
    legalBases: kind.bases.map(({ id }) => id),
    disclosure: "",
    parentId: "",
    details: {},
    pairTargetId: "",
    pairOrgId: "",
    attachmentIds: [],
    namedFiles: [],
    picks: options.targets.map((each) => ({
      ...emptyPick(each),
      chosen: each.id === begun || (!isTooMany && isOffered(each)),
    })),
  };
}

/** A saved draft in the form again; targets that the case got since then have their line too. */
export function savedDraft(options: DraftOptions, key: string, saved: DraftValuesSaved): DraftValues {
  const { targets, files, statedReason: _reason, code: _code, details, ...rest } = saved;
  const asked = detailsOf(saved.kindCode);
  return {
    ...rest,
    key,
    caseId: options.caseId,
    details: fromFields(asked.request, details),
    pairTargetId: "",
    pairOrgId: "",
    attachmentIds: files.map(({ id }) => id),
    namedFiles: files.map(({ id, name }) => ({ id, name })),
    picks: options.targets.map(({ id, paidIn }) => {
      const own = targets.find(({ targetId }) => targetId === id);
      return own
        ? {
            ...own,
            details: fromFields(asked.target, own.details),
            disputedAmount: typedVnd(own.disputedAmount),
            chosen: true,
          }
        : emptyPick({ id, paidIn });
    }),
  };
}

/**
 * What a withdrawn request said, as a new one: its targets with their amounts, its grounds, and of the bases it cited those that the kind still
 * has today; all of today's when none of them is left. A kind without any keeps what its drafter stated.
 */
export function draftAnew(options: DraftOptions, key: string, before: DraftValuesSaved): DraftValues {
  const draft = savedDraft(options, key, { ...before, requestId: "", version: 1, files: [] });
  const today = options.kinds.find(({ code }) => code === before.kindCode)?.bases.map(({ id }) => id) ?? [];
  const kept = before.legalBases.filter((id) => today.length === 0 || today.includes(id));
  return { ...draft, legalBases: kept.length > 0 ? kept : today };
}

/** What was kept while typing, laid over a fresh form; lines are matched by target, as the case may have others by now. */
export function keptDraft(fresh: DraftValues, body: Record<string, unknown>): DraftValues {
  const text = (name: keyof DraftValues) => (typeof body[name] === "string" ? { [name]: body[name] } : {});
  const kept = Array.isArray(body.picks) ? (body.picks as Partial<PickValues>[]) : [];
  return {
    ...fresh,
    ...text("kindCode"),
    ...text("addresseeOrgId"),
    ...text("urgency"),
    ...text("grounds"),
    ...text("disclosure"),
    ...text("parentId"),
    ...text("pairTargetId"),
    ...text("pairOrgId"),
    legalBases: Array.isArray(body.legalBases)
      ? body.legalBases.filter((code): code is string => typeof code === "string")
      : fresh.legalBases,
    details: isTyped(body.details) ? body.details : fresh.details,
    namedFiles: Array.isArray(body.namedFiles) ? (body.namedFiles as NamedFile[]) : fresh.namedFiles,
    attachmentIds: Array.isArray(body.attachmentIds)
      ? body.attachmentIds.filter((id): id is string => typeof id === "string")
      : fresh.attachmentIds,
    picks: fresh.picks.map((pick) => ({ ...pick, ...kept.find((each) => each?.targetId === pick.targetId) })),
  };
}

const isTyped = (kept: unknown): kept is FieldsTyped =>
  typeof kept === "object" && kept !== null && !Array.isArray(kept);
