import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { count } from "@/lib/figures/count";
import { recountCase } from "@/lib/figures/recount";
import { nextCode } from "@/lib/organisations/numbering";
import { indexCase } from "@/lib/search/index-entries";
import { aboutCase, changeCase, holdCase } from "./change";
import { startCaseDeadlines, turnCaseClocks } from "./clock";
import { caseLifecycle } from "./lifecycle";
import { receivers, savePayments } from "./payments";
import type {
  addTargetsInput,
  appointInput,
  CaseInput,
  caseStepInput,
  noteInput,
  restrictInput,
} from "./schema";
import { joinCase, seal } from "./sealing";
import { addTargets, indexWhole, recipientsOf } from "./targets";

/**
 * Opens a case from a report: victims, payments and what was named, in one act. The receiving accounts become targets by
 * themselves. Starts the legal time limits (Criminal Procedure Code art. 147, joint circular 01/2017 art. 8).
 * @throws Problem not-allowed, invalid (at the field).
 */
export function openCase(actor: Actor, input: CaseInput): Promise<{ caseId: string; code: string }> {
  return once(actor, "case.open", input, (tx) => openIn(tx, actor, input));
}

/** The same within a transaction that is open already and has a key of its own. */
export async function openIn(
  tx: Tx,
  actor: Actor,
  input: Omit<CaseInput, "key">,
): Promise<{ caseId: string; code: string }> {
  const { provinceCode } = actor;
  if (!may(actor, "case.create") || actor.orgKind !== "police" || !provinceCode)
    throw new Problem("not-allowed");
  if (!(await tx.fraudType.findUnique({ where: { code: input.fraudTypeCode }, select: { code: true } })))
    throw new Problem("invalid", { fields: { fraudTypeCode: "required" } });
  const now = await databaseNow(tx);
  const code = await nextCode(tx, "VV", provinceCode, now);
  const sealedTo = input.restricted ? [actor.membershipId] : [];
  const first =
    input.payments.map(({ at }) => new Date(at)).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const opened = await tx.case.create({
    data: {
      code,
      provinceCode,
      communeCode: input.communeCode ?? null,
      unitId: actor.orgId,
      restricted: input.restricted,
      sealedTo,
      sourceKind: input.sourceKind,
      channel: input.channel,
      fraudTypeCode: input.fraudTypeCode,
      contactChannels: input.contactChannels,
      title: input.title,
      summary: input.summary,
      reportedAt: new Date(input.reportedAt),
      firstTransferAt: first,
      reportedLoss: BigInt(input.reportedLoss),
      leadId: actor.membershipId,
      createdById: actor.userId,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.caseMember.createMany({ data: [{ caseId: opened.id, membershipId: actor.membershipId }] });
  const victims = [];
  for (const victim of input.victims) {
    const { fullName, personId = null, phone = null, address = null } = victim;
    victims.push(
      await tx.victim.create({
        data: { caseId: opened.id, fullName, personId, phone, address },
        select: { id: true },
      }),
    );
  }
  const received = await receivers(tx, input);
  await savePayments(tx, opened.id, victims, received);
  // Apart, so that what is wrong with a named target is told at that target's own line.
  const paidTo = await addTargets(tx, opened.id, recipientsOf(received));
  const named = await addTargets(tx, opened.id, input.targets);
  const targets = [...new Map([...paidTo, ...named].map((target) => [target.id, target])).values()];
  await startCaseDeadlines(tx, opened, now);
  await indexCase(
    tx,
    opened,
    input.victims.map(({ fullName, phone }) => ({ fullName, phone: phone ?? null })),
    targets,
  );
  const about = { caseId: opened.id, provinceCode, requesterOrgId: actor.orgId };
  await count(tx, { ...about, restricted: input.restricted }, now, [
    { measure: "case.reported", count: 1, amount: opened.reportedLoss },
  ]);
  await record(tx, actor, {
    ...aboutCase(opened),
    type: "case.opened",
    changes: {
      code,
      victims: victims.length,
      payments: input.payments.length,
      targets: targets.length,
      reportedLoss: input.reportedLoss,
    },
  });
  await tell(tx, "case.opened", [actor.orgId], { caseId: opened.id });
  return { caseId: opened.id, code };
}

/** Moves a case along its arrows; a decision's number and date where the law asks one. */
export function moveCase(
  actor: Actor,
  input: z.output<typeof caseStepInput>,
): Promise<{ caseId: string; version: number }> {
  return changeCase(actor, "case.move", "case.changeStatus", input, async (tx, found, now) => {
    const step = caseLifecycle[found.status][input.to];
    if (!step) throw new Problem("not-now");
    const fields: Record<string, string> = {};
    if (step.decision && !input.decisionNumber) fields.decisionNumber = "required";
    if (step.decision && !input.decisionDate) fields.decisionDate = "required";
    if (step.reason && !input.reason) fields.reason = "required";
    if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
    await turnCaseClocks(tx, found, input.to, now);
    return {
      data: {
        status: input.to,
        ...(step.decision
          ? { decisionNumber: input.decisionNumber, decisionDate: new Date(input.decisionDate!) }
          : {}),
      },
      act: {
        type: "case.moved",
        reason: input.reason,
        changes: {
          status: [found.status, input.to],
          ...(step.decision ? { decisionNumber: input.decisionNumber! } : {}),
        },
      },
    };
  });
}

/** Names who works on the case; of a restricted case, who alone sees it. */
export function appointMembers(
  actor: Actor,
  input: z.output<typeof appointInput>,
): Promise<{ caseId: string; version: number }> {
  return changeCase(actor, "case.appoint", "case.appoint", input, async (tx, found, now) => {
    const wanted = new Set(input.membershipIds);
    const valid = await tx.membership.count({
      where: { id: { in: [...wanted] }, organisationId: { in: actor.orgIds } },
    });
    if (valid !== wanted.size) throw new Problem("invalid", { fields: { membershipIds: "invalid" } });
    await tx.caseMember.updateMany({
      where: { caseId: found.id, membershipId: { notIn: [...wanted] }, removedAt: null },
      data: { removedAt: now },
    });
    await tx.caseMember.createMany({
      data: [...wanted].map((membershipId) => ({ caseId: found.id, membershipId })),
      skipDuplicates: true,
    });
    await tx.caseMember.updateMany({
      where: { caseId: found.id, membershipId: { in: [...wanted] }, removedAt: { not: null } },
      data: { removedAt: null },
    });
    // Whoever restricts or appoints stays a member of a restricted case: nobody can lock everyone out.
    if (found.restricted) await seal(tx, found, [...new Set([...wanted, actor.membershipId])]);
    return {
      data: { leadId: input.membershipIds[0] },
      act: { type: "case.members_appointed", changes: { members: wanted.size } },
    };
  });
}

/** Restricts a case to its named members, or opens it to the unit again. The province's figures follow in the same transaction. */
export function restrictCase(
  actor: Actor,
  input: z.output<typeof restrictInput>,
): Promise<{ caseId: string; version: number }> {
  return changeCase(actor, "case.restrict", "case.restrict", input, async (tx, found, now) => {
    if (found.restricted === input.restricted) throw new Problem("not-now");
    if (input.restricted) await joinCase(tx, found.id, actor.membershipId, now);
    const members = await tx.caseMember.findMany({
      where: { caseId: found.id, removedAt: null },
      select: { membershipId: true },
    });
    await seal(tx, found, input.restricted ? members.map(({ membershipId }) => membershipId) : []);
    await recountCase(tx, found.id, input.restricted ? "take off" : "count again");
    return {
      data: {},
      act: { type: input.restricted ? "case.restricted" : "case.unrestricted", reason: input.reason },
    };
  });
}

/** Adds accounts, numbers, addresses to a case. Known ones are recognised, never doubled. */
export function addCaseTargets(
  actor: Actor,
  input: z.output<typeof addTargetsInput>,
): Promise<{ caseId: string; targetIds: string[] }> {
  return once(actor, "case.add_targets", input, async (tx) => {
    const found = await holdCase(tx, actor, input.caseId, "case.edit");
    const targets = await addTargets(tx, found.id, input.targets);
    await indexWhole(tx, found);
    await record(tx, actor, {
      ...aboutCase(found),
      type: "case.targets_added",
      changes: { targets: targets.length },
    });
    return { caseId: found.id, targetIds: targets.map(({ id }) => id) };
  });
}

/** Writes a note into the case file; notes stay. */
export function addNote(actor: Actor, input: z.output<typeof noteInput>): Promise<{ noteId: string }> {
  return once(actor, "case.note", input, async (tx) => {
    const found = await holdCase(tx, actor, input.caseId, "case.edit");
    const { id } = await tx.caseNote.create({
      data: { caseId: found.id, authorId: actor.userId, body: input.body },
      select: { id: true },
    });
    await record(tx, actor, {
      ...aboutCase(found),
      type: "case.note_added",
      subjectType: "note",
      subjectId: id,
    });
    return { noteId: id };
  });
}
