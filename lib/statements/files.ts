import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { inspectAside } from "@/lib/files/inspect-aside";
import type { FileRefusal } from "@/lib/files/kinds";
import type { SheetsRefusal } from "@/lib/sheets/refusal";
import {
  type ColumnRole,
  columnRoles,
  columnsOf,
  guessedLayout,
  headRowsOf,
  headsOf,
  type Layout,
  layoutOf,
} from "./layout";
import { rowsOfFile } from "./rows-of-file";
import { type keepLayoutInput, largestStatementFile } from "./schema";

export type StatementFileRefusal = FileRefusal | SheetsRefusal | "noHeads";
/** Which columns hold what: as the unit read this form before, as its heads say, or guessed, to be put right by a person. */
export type StatementReading = "kept" | "heads" | "guessed";
export type StatementFile =
  | { ok: true; rows: string[][]; layout: Layout; reading: StatementReading }
  | { ok: false; code: StatementFileRefusal };

/**
 * Reads a bank's statement: its rows and which column holds what, as this unit read the same form last, else as its heads say, else guessed.
 * Nothing of it is kept. @throws Problem not-allowed.
 */
export async function readStatementFile(actor: Actor, name: string, bytes: Buffer): Promise<StatementFile> {
  if (!may(actor, "case.create")) throw new Problem("not-allowed");
  if (!/\.(xlsx|csv)$/i.test(name)) return { ok: false, code: "extension" };
  if (bytes.length > largestStatementFile) return { ok: false, code: "tooLarge" };
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return inspected;
  const rows = await rowsOfFile(name, bytes);
  if (typeof rows === "string") return { ok: false, code: rows };
  const found = layoutOf(rows);
  const guess = found ?? guessedLayout(rows);
  if (!guess) return { ok: false, code: "noHeads" };
  // Whoever corrected this form last may have taken another row for its heads.
  const possible = [...new Set([guess.headRow, ...headRowsOf(rows)])].map((headRow) => ({
    headRow,
    heads: headsOf(rows, { headRow }),
  }));
  const known = await asActor(actor, (tx) =>
    tx.statementLayout.findMany({
      where: { organisationId: actor.orgId, heads: { in: possible.map(({ heads }) => heads) } },
    }),
  );
  for (const { headRow, heads } of possible) {
    const kept = known.find((layout) => layout.heads === heads);
    if (!kept || kept.columns.length !== columnsOf(rows, headRow).length) continue;
    const columns = kept.columns.map((role) => (isRole(role) ? role : "other"));
    return { ok: true, rows, layout: { headRow, columns }, reading: "kept" };
  }
  return { ok: true, rows, layout: guess, reading: found ? "heads" : "guessed" };
}

const isRole = (role: string): role is ColumnRole => (columnRoles as readonly string[]).includes(role);

/**
 * Keeps how the unit reads this form of statement, for the next one of the same bank. A habit and no act: nothing is recorded.
 * @throws Problem not-allowed.
 */
export function keepLayout(
  actor: Actor,
  { heads, columns }: z.output<typeof keepLayoutInput>,
): Promise<{ kept: true }> {
  if (!may(actor, "case.create")) throw new Problem("not-allowed");
  return asActor(actor, async (tx) => {
    const updatedAt = await databaseNow(tx);
    await tx.statementLayout.upsert({
      where: { organisationId_heads: { organisationId: actor.orgId, heads } },
      create: { organisationId: actor.orgId, heads, columns, updatedAt },
      update: { columns, updatedAt },
    });
    return { kept: true };
  });
}
