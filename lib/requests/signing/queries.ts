import type { Actor } from "@/lib/access/actor";
import { hasWritten } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import { filesOf } from "@/lib/files/queries";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RequestModel } from "@/lib/generated/prisma/models";
import type { Language } from "@/lib/i18n/languages";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import { isStageReached, type KindInForce, kindsInForce, maySignAs } from "@/lib/requests/in-force";
import { detailsOf, kindOf, movesMoney } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import { provincesWithProcuracy } from "@/lib/organisations/procuracy";
import { readLegalBases } from "@/lib/requests/legal-bases";
import { isHeldNow } from "@/lib/requests/suspicion/held";
import { envelopeHash, envelopesOf } from "./envelope";
import { findingsOf } from "./findings";
import type { GoneCard, SigningCard, SigningPeek, SigningStack } from "./types";

/** A stack is worked off from the top: more than this is not a stack any more, and the rest moves up. */
const atMost = 50;
/** Targets of a closed card: whoever signs several at once may look at them; all of them stand on the open one. */
const accountsAtMost = 10;

/**
 * What waits for the actor's signature: most urgent first, then by when it was handed in. His own drafts are in it, for
 * somebody else to sign. `openId` names the card to read; without it, or when it is gone, the first that he may sign.
 */
export function getSigningStack(
  actor: Actor,
  openId: string | undefined,
  language: Language,
): Promise<SigningStack> {
  return asActor(actor, async (tx) => {
    const own = { AND: [visibleRequests(actor, "request.return"), { editorIds: { has: actor.userId } }] };
    const toSign: Prisma.RequestWhereInput = {
      status: "PENDING_SIGNATURE",
      OR: [visibleRequests(actor, "request.sign"), own],
    };
    const include = { case: { select: { code: true, reportedLoss: true, status: true } } } as const;
    const waiting = await tx.request.findMany({
      where: toSign,
      orderBy: [{ urgency: "desc" }, { submittedAt: "asc" }, { id: "asc" }],
      take: atMost,
      include,
    });
    if (openId && !waiting.some(({ id }) => id === openId))
      waiting.push(...(await tx.request.findMany({ where: { AND: [{ id: openId }, toSign] }, include })));
    const orgs = await organisationsOf(
      tx,
      waiting.map(({ addresseeOrgId }) => addresseeOrgId),
    );
    const envelopes = await envelopesOf(tx, waiting);
    const findings = await findingsOf(tx, waiting, envelopes);
    const drafters = await peopleOf(
      tx,
      waiting.map(({ drafterId }) => drafterId),
    );
    const law = await kindsInForce(
      tx,
      waiting.map(({ kindCode }) => kindCode),
      await databaseNow(tx),
    );
    const isHeld = await isHeldNow(tx);
    const toldIn = await provincesWithProcuracy(
      tx,
      waiting.filter(({ procuracyOrgId }) => !procuracyOrgId).map(({ provinceCode }) => provinceCode),
    );
    const stack = waiting.map((request): SigningPeek => {
      const envelope = envelopes.get(request.id);
      return {
        id: request.id,
        code: request.code,
        version: request.version,
        contentHash: envelope ? envelopeHash(envelope) : "",
        kindCode: request.kindCode,
        urgency: request.urgency,
        caseId: request.caseId,
        caseCode: request.case.code,
        addressee: orgs.get(request.addresseeOrgId)?.shortName ?? "",
        disputedAmount: request.disputedAmount.toString(),
        movesMoney: movesMoney(kindOf(request.kindCode)),
        itemCount: request.itemCount,
        submittedAt: (request.submittedAt ?? request.updatedAt).toISOString(),
        firstTransferAt: request.firstTransferAt?.toISOString() ?? null,
        bar: barOf(actor, request, law.get(request.kindCode), { isHeld, toldIn }),
        basis: basisOf(law.get(request.kindCode)),
        drafter: drafters.get(request.drafterId) ?? "",
        grounds: request.grounds,
        reportedLoss: request.case.reportedLoss.toString(),
        accounts: (envelope?.items ?? [])
          .slice(0, accountsAtMost)
          .map(({ value, disputedAmount }) => ({ value, amount: disputedAmount })),
        findings: findings.get(request.id)!,
      };
    });
    const peek = stack.find(({ id }) => id === openId) ?? stack.find(({ bar }) => bar === null) ?? stack[0];
    const request = waiting.find(({ id }) => id === peek?.id);
    return {
      stack,
      card:
        peek && request
          ? await openCard(tx, actor, peek, request, law.get(request.kindCode), language)
          : null,
      gone: openId && peek?.id !== openId ? await goneCard(tx, actor, openId) : null,
    };
  });
}

/** What became of a card that is asked for and not in the stack; null when the actor may not know of it. */
async function goneCard(tx: Tx, actor: Actor, id: string): Promise<GoneCard | null> {
  const found = await tx.request.findFirst({
    where: { AND: [{ id }, visibleRequests(actor)] },
    select: { code: true, status: true, signerId: true, statedReason: true },
  });
  if (!found) return null;
  const { code, status, signerId, statedReason } = found;
  const taken =
    status === "DRAFT" && !statedReason
      ? await tx.recalledVersion.findFirst({ where: { requestId: id }, orderBy: { version: "desc" } })
      : null;
  const what =
    status === "PENDING_SIGNATURE"
      ? "elsewhere"
      : signerId
        ? "signed"
        : status === "DRAFT" && statedReason
          ? "returned"
          : taken
            ? "recalled"
            : "over";
  const who = signerId ?? taken?.recalledById;
  return { id, code, what, who: who ? ((await peopleOf(tx, [who])).get(who) ?? "") : "" };
}

type Waiting = RequestModel & { case: { reportedLoss: bigint; status: CaseStatus } };

function barOf(
  actor: Actor,
  request: Waiting,
  law: KindInForce | undefined,
  { isHeld, toldIn }: { isHeld: boolean; toldIn: Set<string> },
): SigningPeek["bar"] {
  if (hasWritten(actor, request)) return "own";
  if (isHeld) return "held";
  if (
    kindOf(request.kindCode).notifiesProcuracy &&
    !request.procuracyOrgId &&
    !toldIn.has(request.provinceCode)
  )
    return "procuracy";
  if (!law || !maySignAs(law, actor.signerTitle)) return "title";
  return isStageReached(law.stage, request.case.status) ? null : "stage";
}

const basisOf = (law: KindInForce | undefined): SigningPeek["basis"] =>
  !law || law.legalBases.length === 0 ? "stated" : law.verify ? "unconfirmed" : null;

async function openCard(
  tx: Tx,
  actor: Actor,
  peek: SigningPeek,
  request: Waiting,
  law: KindInForce | undefined,
  language: Language,
): Promise<SigningCard> {
  const items = await tx.requestItem.findMany({
    where: { requestId: request.id },
    orderBy: { position: "asc" },
  });
  const addressee = await tx.organisation.findUnique({
    where: { id: request.addresseeOrgId },
    select: { name: true, nameEn: true },
  });
  return {
    ...peek,
    addresseeName: (language === "en" ? addressee?.nameEn : addressee?.name) ?? peek.addressee,
    details: request.details as Record<string, unknown> | null,
    asks: asksOf(request.kindCode),
    legalBases: await readLegalBases(tx, request.legalBases, language),
    disclosure: request.disclosure,
    items: items.map(({ id, kind, value, display, holderName, disputedAmount, overGround, details }) => ({
      id,
      kind,
      value,
      display,
      holderName,
      disputedAmount: disputedAmount?.toString() ?? null,
      overGround,
      details: details as Record<string, unknown> | null,
    })),
    files: await filesOf(tx, actor, { requestId: request.id }),
    checks: {
      ...peek.findings,
      fourEyes: !hasWritten(actor, request),
      titles: law?.signerTitles ?? [],
    },
  };
}

/** The fields as a browser can be told of them; how they are read is the server's. */
const asksOf = (kindCode: string): SigningCard["asks"] => {
  const plain = (fields: readonly Field[]): Field[] => fields.map(({ test: _test, ...field }) => field);
  const { request, target } = detailsOf(kindCode);
  return { request: plain(request), target: plain(target) };
};
