import type { Actor } from "./actor";
import { once } from "@/lib/audit/once";
import { type Act, record } from "@/lib/audit/record";
import { assertFirst, type Subject } from "@/lib/audit/subject-history";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { may } from "./policy";

/** Refuses whoever does not keep the house. @throws Problem not-allowed. */
export function assertAdministers(actor: Pick<Actor, "roles">): void {
  if (!may(actor, "admin.manage")) throw new Problem("not-allowed");
}

/**
 * The shape that every act of an administrator shares: once per key → may he → validate and write → record.
 * `now` is the database's clock (UTC). @throws Problem not-allowed, key-reused, and whatever `work` refuses.
 */
export function administer<T extends Prisma.InputJsonObject>(
  actor: Actor,
  command: string,
  input: { key: string },
  work: (tx: Tx, now: Date) => Promise<{ result: T; act: Act }>,
): Promise<T> {
  return once(actor, command, input, async (tx) => {
    assertAdministers(actor);
    const { result, act } = await work(tx, await databaseNow(tx));
    await record(tx, actor, act);
    return result;
  });
}

/**
 * Whether an entry waits for its confirmation after a change: the act of confirming alone ends the wait, and it vouched for one
 * source. A new entry (no `before`), one that already waited, one that now leans on another source and one of which something else
 * is said (`saysElse`) all wait.
 */
export const stillToConfirm = (
  before: { verify: boolean; source: string | null } | null,
  source: string,
  saysElse = false,
): boolean => before === null || before.verify || before.source !== source || saysElse;

type Waiting = { id: string; verify: boolean; source: string | null };
type Confirmation = { verify: false; source: string; version: { increment: 1 } };
/** An entry of the register that can be confirmed: how it is found and written, and what the record says of it. */
type Entry<T extends Waiting> = {
  find: (tx: Tx, id: string) => Promise<T>;
  write: (tx: Tx, where: { id: string; version: number }, data: Confirmation) => Promise<{ count: number }>;
  subject: (found: T) => Subject;
  about: (found: T) => Pick<Act, "provinceCode"> & { changes: Prisma.InputJsonObject };
};

/**
 * Confirms an entry that was only a default, with the source that vouches for it: one act for all registers.
 * @throws Problem not-found; not-now when nothing waits; changed-meanwhile.
 */
export function confirmEntry<T extends Waiting>(
  actor: Actor,
  input: { key: string; id: string; version: number; source: string },
  type: Subject["type"],
  entry: Entry<T>,
): Promise<{ id: string; version: number }> {
  return administer(actor, `${type}.confirm`, input, async (tx) => {
    const found = await entry.find(tx, input.id);
    if (!found.verify) throw new Problem("not-now");
    const subject = entry.subject(found);
    const { source } = input;
    const written = await entry.write(
      tx,
      { id: found.id, version: input.version },
      { verify: false, source, version: { increment: 1 } },
    );
    await assertFirst(tx, actor, subject, written);
    const { changes, ...about } = entry.about(found);
    return {
      result: { id: found.id, version: input.version + 1 },
      act: {
        type: `${type}.confirmed`,
        subjectType: type,
        ...("ids" in subject ? { subjectId: found.id } : {}),
        ...about,
        changes: { ...changes, source: [found.source, source] },
      },
    };
  });
}

/** Names of the fields that differ, with their old and new value, for the record. Texts are cut: the record is no archive. */
export function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Prisma.InputJsonObject {
  const shown = (value: unknown): string | number | boolean | null => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value === "number" || typeof value === "boolean") return value;
    return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 300);
  };
  const changed = Object.keys(after).filter(
    (name) => JSON.stringify(shown(before[name])) !== JSON.stringify(shown(after[name])),
  );
  return Object.fromEntries(changed.map((name) => [name, [shown(before[name]), shown(after[name])]]));
}
