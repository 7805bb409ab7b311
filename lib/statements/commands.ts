import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { aboutCase, holdCase } from "@/lib/cases/change";
import { openIn } from "@/lib/cases/commands";
import { receivers, savePayments } from "@/lib/cases/payments";
import { addTargets, indexWhole, recipientsOf } from "@/lib/cases/targets";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem, within } from "@/lib/errors";
import { count } from "@/lib/figures/count";
import { letThrough } from "@/lib/files/examine";
import type { TargetModel } from "@/lib/generated/prisma/models";
import { submitIn } from "@/lib/requests/commands";
import { draftIn } from "@/lib/requests/drafting/commands";
import { normaliseTarget } from "@/lib/targets/kinds";
import { filedBefore, oneAtATime } from "./filed-before";
import { keepOriginal, takeOriginal } from "./original";
import type { FileStatementInput } from "./schema";
import type { Filed } from "./types";

/**
 * Turns a statement into a case, or adds it to one, with all requests that follow from it: everything or nothing, in one
 * transaction under one key. Each request is drafted and handed in by the same commands as a single one. A text that lies in a case of
 * the unit already (30 days) goes on only with `again`: Back and a second paste open no second case by themselves. What was pasted or
 * uploaded (`file`) is kept as it is in the case's own file, and scanned like every file.
 * @throws Problem invalid (at the field; a request's fields under requests.N; a file's refusal at `original`), not-found,
 * not-allowed, not-now.
 */
export async function fileStatement(
  actor: Actor,
  input: FileStatementInput,
  file?: { name: string; bytes: Buffer },
): Promise<Filed> {
  if ((input.report === undefined) === (input.addition === undefined)) throw new Problem("invalid");
  const original = await takeOriginal(actor, input.addition?.caseId, input.original, file);
  const whole = { ...input, original: original?.sha256 };
  const filed = await once(actor, "statement.file", whole, async (tx) => {
    const { report, addition } = input;
    const told = report?.summary ?? addition?.text ?? "";
    // Whose case it is comes first: a text tells nothing of a case that is not the actor's to write in.
    const held =
      addition && (await within("addition", () => holdCase(tx, actor, addition.caseId, "case.edit")));
    await oneAtATime(tx, actor, told);
    if (!input.again && (await filedBefore(tx, actor, told)))
      throw new Problem("invalid", { fields: { again: "statement.filedBefore" } });
    const owner = report
      ? await within("report", () => openIn(tx, actor, report))
      : await within("addition", () => addTo(tx, actor, addition!, held!));
    const targets = await tx.target.findMany({ where: { caseId: owner.caseId } });
    if (original) await keepOriginal(tx, actor, owner.caseId, original);
    const requestIds: string[] = [];
    const now = await databaseNow(tx);
    for (const [index, request] of input.requests.entries()) {
      requestIds.push(
        await within(`requests.${index}`, async () => {
          const drafted = await draftIn(tx, actor, {
            ...request,
            caseId: owner.caseId,
            targets: request.targets.map(({ disputedAmount, details, ...named }, at) => ({
              targetId: idOf(targets, named, at),
              disputedAmount,
              details,
            })),
          });
          if (input.handIn)
            await submitIn(tx, actor, { requestId: drafted.requestId, version: drafted.version }, now);
          return drafted.requestId;
        }),
      );
    }
    return { ...owner, requestIds };
  });
  if (original) await letThrough(original);
  return filed;
}

/** Payments, targets and the text itself for a case that is there. */
async function addTo(
  tx: Tx,
  actor: Actor,
  addition: NonNullable<FileStatementInput["addition"]>,
  found: Awaited<ReturnType<typeof holdCase>>,
): Promise<{ caseId: string; code: string }> {
  const now = await databaseNow(tx);
  const victims = await tx.victim.findMany({
    where: { caseId: found.id },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const received = await receivers(tx, addition);
  await savePayments(tx, found.id, victims, received);
  await addTargets(tx, found.id, recipientsOf(received));
  await addTargets(tx, found.id, addition.targets);
  const more = received.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const times = [found.firstTransferAt, ...received.map(({ at }) => new Date(at))].filter(
    (at) => at !== null,
  );
  await tx.case.update({
    where: { id: found.id },
    data: {
      reportedLoss: { increment: more },
      firstTransferAt: times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      version: { increment: 1 },
      updatedAt: now,
    },
  });
  // On the day of the report, where a rebuild of the counters puts the whole loss.
  await count(
    tx,
    {
      caseId: found.id,
      provinceCode: found.provinceCode,
      requesterOrgId: found.unitId,
      restricted: found.restricted,
    },
    found.createdAt,
    [{ measure: "case.reported", amount: more }],
  );
  await tx.caseNote.create({ data: { caseId: found.id, authorId: actor.userId, body: addition.text } });
  await indexWhole(tx, found);
  await record(tx, actor, {
    ...aboutCase(found),
    type: "case.statement_added",
    changes: { payments: received.length, targets: addition.targets.length, reportedLoss: more.toString() },
  });
  await tell(tx, "case.statement_added", [found.unitId], { caseId: found.id });
  return { caseId: found.id, code: found.code };
}

/** The case's own row of a target that a request names by what it is. */
function idOf(
  targets: readonly TargetModel[],
  { kind, value, institutionId }: { kind: TargetModel["kind"]; value: string; institutionId?: string },
  at: number,
): string {
  const normal = normaliseTarget(kind, value);
  const found = targets.find(
    (target) =>
      normal.ok &&
      target.kind === kind &&
      target.value === normal.value &&
      target.institutionId === (institutionId ?? null),
  );
  if (!found) throw new Problem("invalid", { fields: { [`targets.${at}.value`]: "target.wrongKind" } });
  return found.id;
}
