import { shownCode } from "@/lib/check/short-code";
import type { Actor } from "@/lib/access/actor";
import { canOnMoney } from "@/lib/access/money-policy";
import { visibleCases } from "@/lib/access/scope";
import { inForceAt } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { CaseModel, RestitutionDecisionModel } from "@/lib/generated/prisma/models";
import { paths } from "@/lib/paths";
import { legalBasisLines } from "@/lib/requests/legal-bases";
import { decisionHash } from "./content";
import { likeOfCase } from "./find";
import type { DecisionPaper } from "./paper-types";
import type { Payee } from "./schema";

/** What a decision to give back rests on: whom property goes back to, and the freeze that it is taken out of. */
const bases = ["cpc-2015:Điều 106", "cpc-2015:Điều 129"];

export type ReadDecision = {
  decision: RestitutionDecisionModel;
  /** Null for a holder, who does not see the case. */
  owner: CaseModel | null;
  paper: DecisionPaper;
};

/**
 * A decision to give back as a paper: whole for its unit, a draft too; for a holder, once it is approved, an extract with its own part.
 * Of a victim the holder learns what the decision discloses. Null for what is not the actor's to see.
 */
export async function decisionPaperOf(tx: Tx, actor: Actor, id: string): Promise<ReadDecision | null> {
  const decision = await tx.restitutionDecision.findUnique({ where: { id } });
  if (!decision) return null;
  const owner = await tx.case.findFirst({ where: { AND: [{ id: decision.caseId }, visibleCases(actor)] } });
  if (owner && !canOnMoney(actor, "restitution.read", await likeOfCase(tx, owner))) return null;
  const shares = await tx.restitutionShare.findMany({
    where: owner ? { decisionId: id } : { decisionId: id, holderOrgId: actor.orgId, issuedAt: { not: null } },
    orderBy: { position: "asc" },
  });
  if (!owner && (!decision.approvedAt || shares.length === 0)) return null;
  const holds = await tx.hold.findMany({
    where: { id: { in: shares.map(({ holdId }) => holdId) } },
    select: { id: true, account: true, itemId: true },
  });
  const items = await tx.requestItem.findMany({
    where: { id: { in: holds.map(({ itemId }) => itemId) } },
    select: { id: true, display: true, holderName: true },
  });
  const victims = owner
    ? await tx.victim.findMany({ where: { caseId: owner.id }, select: { id: true, fullName: true } })
    : [];
  const organisations = await tx.organisation.findMany({
    where: {
      id: {
        in: shares.flatMap(({ holderOrgId, payeeInstitutionId }) =>
          [holderOrgId, payeeInstitutionId ?? []].flat(),
        ),
      },
    },
    select: { id: true, name: true, shortName: true },
  });
  const names = new Map(organisations.map((one) => [one.id, one]));
  const file = decision.attachmentId
    ? await tx.attachment.findUnique({
        where: { id: decision.attachmentId },
        select: { name: true, sha256: true },
      })
    : null;
  const { appOrigin } = env();
  return {
    decision,
    owner,
    paper: {
      ...(await issuerOf(tx, decision)),
      caseCode: owner?.code ?? null,
      documentNumber: decision.documentNumber,
      approvedAt: decision.approvedAt?.toISOString() ?? null,
      isCancelled: decision.status === "CANCELLED",
      isExtract: !owner,
      // A holder cannot add up what others hold; the public page says of its extract whether the whole stands.
      genuine:
        decision.contentHash === null
          ? null
          : !owner || decisionHash(decision, shares) === decision.contentHash,
      signer: decision.signerId ? await signerOf(tx, decision) : null,
      legalBases: await legalBasisLines(tx, bases),
      grounds: decision.grounds,
      payee: decision.payee as Payee,
      custody: decision.custody,
      total: shares.reduce((sum, { amount }) => sum + amount, 0n).toString(),
      shares: shares
        .filter(({ amount }) => amount > 0n)
        .map((share) => {
          const hold = holds.find((one) => one.id === share.holdId);
          const item = items.find((one) => one.id === hold?.itemId);
          return {
            position: share.position,
            victim: victims.find((one) => one.id === share.victimId)?.fullName ?? share.payeeName,
            holder: names.get(share.holderOrgId)?.name ?? "",
            holderShort: names.get(share.holderOrgId)?.shortName ?? "",
            account: item?.display ?? hold?.account ?? "",
            accountName: item?.holderName ?? null,
            payeeAccount: share.payeeAccount,
            payeeInstitution: share.payeeInstitutionId
              ? (names.get(share.payeeInstitutionId)?.shortName ?? null)
              : null,
            amount: share.amount.toString(),
          };
        }),
      annex: file,
      contentHash: decision.contentHash,
      check:
        decision.approvedAt && decision.checkCode
          ? {
              code: shownCode(decision.checkCode),
              page: appOrigin + paths.check,
              address: appOrigin + paths.checkOf(decision.checkCode),
            }
          : null,
    },
  };
}

/** The unit, and the organ above as it was on the day of approval. */
async function issuerOf(
  tx: Tx,
  { unitId, provinceCode, approvedAt }: RestitutionDecisionModel,
): Promise<Pick<DecisionPaper, "issuer" | "place">> {
  const at = approvedAt ?? new Date();
  const unit = await tx.organisation.findUniqueOrThrow({
    where: { id: unitId },
    select: { name: true, dutyPhone: true },
  });
  const above = await tx.organisationLink.findFirst({
    where: { childId: unitId, ...inForceAt(at) },
    select: { parent: { select: { name: true } } },
  });
  const province = await tx.province.findUnique({ where: { code: provinceCode }, select: { name: true } });
  return {
    issuer: { above: above?.parent.name ?? null, name: unit.name, phone: unit.dutyPhone },
    place: province?.name ?? "",
  };
}

/** Who approved, by the seat that the record of the approval names, else by the one that he has in the unit. */
async function signerOf(
  tx: Tx,
  { id, signerId, signerTitle, unitId }: RestitutionDecisionModel,
): Promise<DecisionPaper["signer"]> {
  const { rows } = await statement<NonNullable<DecisionPaper["signer"]>>(
    tx,
    `select p.full_name as name, p.rank, m.title, coalesce($3, m.signer_title) as capacity
      from person p
      left join lateral (select membership_id from event where subject_id = $1 and type = 'restitution.approved' and actor_id = p.id
        order by at desc limit 1) e on true
      left join lateral (select title, signer_title from membership
        where user_id = p.id and (id = e.membership_id or (e.membership_id is null and organisation_id = $4))
        order by signer_title is null limit 1) m on true
      where p.id = $2`,
    [id, signerId, signerTitle, unitId],
  );
  return rows[0] ?? null;
}
