import type { Actor } from "@/lib/access/actor";
import { visibleCases } from "@/lib/access/scope";
import { databaseNow, statement, type Tx } from "@/lib/db";

/** Days within which the same text is taken for the same report. */
const sameForDays = 30;
/** Letters of a statement that a case keeps. */
const keptLetters = 8_000;
const dayMs = 24 * 3_600_000;

/** A case that holds a text already; `at` ISO UTC, when the text came into it. */
export type FiledBefore = { caseId: string; code: string; at: string };

/** What a case keeps of a statement's text, as its summary or a note; two texts with the same are the same. */
export const keptOf = (text: string): string => text.slice(0, keptLetters).trim();

/**
 * The newest case of the actor's own unit that holds this very text, as its summary or as a note, since 30 days; null when there is
 * none that he may see.
 */
export async function filedBefore(tx: Tx, actor: Actor, text: string): Promise<FiledBefore | null> {
  const kept = keptOf(text);
  const since = new Date((await databaseNow(tx)).getTime() - sameForDays * dayMs);
  const own = { AND: [{ unitId: actor.orgId }, visibleCases(actor)] };
  const notes = await tx.caseNote.findMany({
    where: { createdAt: { gte: since }, body: kept },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { caseId: true, createdAt: true },
  });
  const cases = await tx.case.findMany({
    where: {
      AND: [
        own,
        {
          OR: [
            { createdAt: { gte: since }, summary: kept },
            { id: { in: notes.map(({ caseId }) => caseId) } },
          ],
        },
      ],
    },
    select: { id: true, code: true, createdAt: true },
  });
  const found = cases.map(({ id, code, createdAt }) => {
    const at = notes.find(({ caseId }) => caseId === id)?.createdAt ?? createdAt;
    return { caseId: id, code, at: at.toISOString() };
  });
  return found.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

/** Two windows that file the same text at once: the second waits for the first, and then sees it. */
export async function oneAtATime(tx: Tx, actor: Actor, text: string): Promise<void> {
  await statement(tx, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `statement ${actor.orgId} ${keptOf(text)}`,
  ]);
}
