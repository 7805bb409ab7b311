import { normaliseTarget } from "@/lib/targets/kinds";
import { operatorOf } from "@/lib/targets/kinds/phone-number";
import { type TargetKind, targetKinds } from "@/lib/targets/target-kind";
import { certainFrom, type Found, type Recognition } from "@/lib/recognise/types";
import { isOthersHost } from "./keepers";
import { holderNameAfter, isService } from "./holder-name";
import { dayOf, momentOf } from "./moment";
import type { Mark, ReadPayment, ReadTarget, Receiver, StatementReading } from "./types";
import { platformOf } from "./platform-addresses";
import { toldBeside } from "./told";
import { victimNameIn } from "./victim-name";
import { isVictims } from "./victims-own";

export type Directory = {
  receivers: readonly Receiver[];
  /** Prefix of a number → operators it first belonged to. */
  prefixes: Readonly<Record<string, readonly string[]>>;
};

const isTargetKind = (kind: string): kind is TargetKind => (targetKinds as readonly string[]).includes(kind);
const rowOf = (kind: string, value: string | number, bank: string | null) => `${kind}:${value}:${bank ?? ""}`;

/** What the recogniser found, as rows of the portal's own targets and payments with their marks in the text. */
export function readingOf(
  text: string,
  { found, setAside, transfers }: Recognition,
  directory: Directory,
  now: Date,
): Omit<StatementReading, "filed"> {
  const targets = new Map<string, ReadTarget>();
  const marks: Mark[] = [];
  const moments = found.flatMap(({ kind, value, start }) => {
    const at = kind === "date_time" ? momentOf(String(value), now, null) : null;
    return at?.at && at.sure ? [{ start, at: at.at }] : [];
  });
  const take = (target: ReadTarget) => {
    const known = targets.get(target.row);
    // Seen surely once is seen surely.
    targets.set(
      target.row,
      known
        ? { ...known, sure: known.sure || target.sure, holderName: known.holderName || target.holderName }
        : target,
    );
  };
  // What is said to be the victim's once is his wherever it stands.
  const victims = found.filter((find) => isVictims(text, find));
  const isOwn = (find: Found) =>
    find.flags.includes("own") ||
    victims.some(({ kind, value }) => kind === find.kind && value === find.value);
  for (const find of found) {
    const own = isOwn(find);
    const target = own ? null : targetOf(text, find, directory, moments);
    const sure = find.confidence >= certainFrom;
    if (target) take({ ...target, sure: sure && !target.flags.includes("service") });
    const site = target?.kind === "url" ? siteOf(target, directory) : null;
    if (site) take({ ...site, sure });
    marks.push({
      start: find.start,
      end: find.end,
      kind: find.kind,
      state:
        own || find.flags.some((flag) => ["balance", "notPaid", "cameBack"].includes(flag))
          ? "aside"
          : sure
            ? "sure"
            : "doubt",
      row: target?.row ?? null,
      flags: own && !find.flags.includes("own") ? [...find.flags, "own"] : find.flags,
      reason: null,
    });
  }
  for (const { kind, start, end, reason } of setAside)
    marks.push({ start, end, kind, state: "aside", row: null, flags: [], reason });
  const days = found.filter(({ kind }) => kind === "date_time").map(({ value }) => dayOf(String(value), now));
  const day = days.findLast((each) => each !== null) ?? null;
  const amounts = found.filter(({ kind }) => kind === "amount");
  const payments = transfers.flatMap((transfer): ReadPayment[] => {
    const target = [...targets.values()].find(
      ({ kind, value, receiverId }) =>
        (kind === "bank_account" || kind === "e_wallet") &&
        value === transfer.toAccount &&
        (transfer.toBank === null ||
          receiverId === receiverIdOf(directory, transfer.toBank) ||
          receiverId === null),
    );
    if (!target) return [];
    const { at, sure } = momentOf(transfer.time, now, day);
    const written = amounts.filter(({ value }) => value === transfer.amount);
    return [
      {
        to: target.row,
        amount: String(transfer.amount),
        at,
        atSure: sure,
        fromAccount: transfer.fromAccount ?? null,
        sure: written.length === 0 || written.some(({ confidence }) => confidence >= certainFrom),
      },
    ];
  });
  return {
    text,
    marks: marks.sort((a, b) => a.start - b.start || b.end - a.end),
    targets: [...targets.values()],
    payments,
    statedTotals: amounts.filter(({ flags }) => flags.includes("total")).map(({ value }) => String(value)),
    victimName: victimNameIn(text),
    victimPhone: ownValue(victims, "phone_number"),
    victimPersonId: ownValue(victims, "person_id"),
  };
}

const ownValue = (victims: readonly Found[], kind: Found["kind"]): string =>
  String(victims.find((find) => find.kind === kind && !find.flags.includes("unchecked"))?.value ?? "");

function targetOf(
  text: string,
  { kind, value, bank, start, end, flags }: Found,
  directory: Directory,
  moments: readonly { start: number; at: string }[],
): ReadTarget | null {
  if (!isTargetKind(kind)) return null;
  const normal = normaliseTarget(kind, String(value));
  if (!normal.ok) return null;
  const holdsMoney = kind === "bank_account" || kind === "e_wallet";
  const holderName = holdsMoney ? holderNameAfter(text, end) : "";
  return {
    row: rowOf(kind, normal.value, bank),
    kind,
    value: normal.value,
    display: normal.display,
    receiverId: receiverIdOf(directory, keeperIn(kind, normal.value, bank, directory)),
    holderName,
    sure: false,
    flags: holdsMoney && isService(text, end, holderName) ? ["service", ...flags] : flags,
    told: toldBeside(text, { kind, start, end }, moments),
  };
}

/** The register's id of whoever keeps a target, as far as its value or the text tells. */
function keeperIn(
  kind: TargetKind,
  value: string,
  bank: string | null,
  { prefixes }: Directory,
): string | null {
  switch (kind) {
    case "phone_number":
      return operatorOf(value, prefixes)[0] ?? null;
    case "social_account":
      return value.split(":")[0] ?? null;
    case "url":
      return platformOf(value);
    case "domain":
      return value.endsWith(".vn") ? "vnnic" : null; // the registry knows the registrar of every name under .vn
    default:
      return bank;
  }
}

/** The site behind an address of the swindlers' own: its domain is what a registrar can stop. */
function siteOf(address: ReadTarget, directory: Directory): ReadTarget | null {
  const host = normaliseTarget("domain", address.value);
  if (!host.ok || platformOf(address.value) !== null || isOthersHost(host.value)) return null;
  return {
    ...address,
    row: rowOf("domain", host.value, null),
    kind: "domain",
    value: host.value,
    display: host.display,
    receiverId: receiverIdOf(directory, keeperIn("domain", host.value, null, directory)),
  };
}

/** The register's organisation behind an id of the reference data; codes are `<register>:<id>`. */
function receiverIdOf({ receivers }: Directory, id: string | null): string | null {
  if (id === null) return null;
  return receivers.find(({ code }) => code.slice(code.indexOf(":") + 1) === id)?.id ?? null;
}
