import { normaliseTarget } from "@/lib/targets/kinds";
import { operatorOf } from "@/lib/targets/kinds/phone-number";
import { type TargetKind, targetKinds } from "@/lib/targets/target-kind";
import { certainFrom, type Found, type Recognition } from "@/lib/recognise/types";
import { holderNameAfter } from "./holder-name";
import { dayOf, momentOf } from "./moment";
import type { Mark, ReadPayment, ReadTarget, Receiver, StatementReading } from "./types";
import { victimNameIn } from "./victim-name";

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
): StatementReading {
  const targets = new Map<string, ReadTarget>();
  const marks: Mark[] = [];
  for (const find of found) {
    const target = find.flags.includes("own") ? null : targetOf(text, find, directory);
    const sure = find.confidence >= certainFrom;
    if (target) {
      const known = targets.get(target.row);
      // Seen surely once is seen surely.
      targets.set(
        target.row,
        known
          ? { ...known, sure: known.sure || sure, holderName: known.holderName || target.holderName }
          : { ...target, sure },
      );
    }
    marks.push({
      start: find.start,
      end: find.end,
      kind: find.kind,
      state: find.flags.some((flag) => flag === "own" || flag === "balance" || flag === "notPaid")
        ? "aside"
        : sure
          ? "sure"
          : "doubt",
      row: target?.row ?? null,
      flags: find.flags,
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
    victimName: victimNameIn(text),
  };
}

function targetOf(
  text: string,
  { kind, value, bank, end, flags }: Found,
  directory: Directory,
): ReadTarget | null {
  if (!isTargetKind(kind)) return null;
  const normal = normaliseTarget(kind, String(value));
  if (!normal.ok) return null;
  return {
    row: rowOf(kind, normal.value, bank),
    kind,
    value: normal.value,
    display: normal.display,
    receiverId:
      kind === "phone_number"
        ? receiverIdOf(directory, operatorOf(normal.value, directory.prefixes)[0] ?? null)
        : kind === "social_account"
          ? receiverIdOf(directory, normal.value.split(":")[0] ?? null)
          : receiverIdOf(directory, bank),
    holderName: kind === "bank_account" || kind === "e_wallet" ? holderNameAfter(text, end) : "",
    sure: false,
    flags,
  };
}

/** The register's organisation behind an id of the reference data; codes are `<register>:<id>`. */
function receiverIdOf({ receivers }: Directory, id: string | null): string | null {
  if (id === null) return null;
  return receivers.find(({ code }) => code.slice(code.indexOf(":") + 1) === id)?.id ?? null;
}
