import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { shownCode } from "@/lib/check/short-code";
import { inForceAt } from "@/lib/day";
import { asActor, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { kindOf } from "@/lib/requests/kinds";
import { legalBasisLines } from "@/lib/requests/legal-bases";
import { paidIn } from "@/lib/requests/paid-in";
import { amendedBy } from "./amended";
import { askedFacts } from "./asked";
import { minutesOf } from "./minutes";
import { signerOf } from "./signer";
import type { Letter } from "./types";

/**
 * The order as a paper, in the parts that Decree 30/2020 art. 8 asks for. Everybody who may read the request may read its paper;
 * before it is signed it has no number and no signature, and only the unit that asks sees it.
 * Null for what does not exist and for what is not the actor's to see.
 */
export const getLetter = (actor: Actor, id: string): Promise<Letter | null> =>
  asActor(actor, (tx) => letterOf(tx, actor, id));

/** Whether there are minutes of execution that this actor may take. */
export const hasMinutesOf = (actor: Actor, id: string): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const request = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
    const minutes = request && (await minutesOf(tx, actor, request));
    return (minutes?.items.length ?? 0) > 0;
  });

/** The same inside a transaction that goes on: an export records what it reads. */
export async function letterOf(tx: Tx, actor: Actor, id: string): Promise<Letter | null> {
  const request = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!request) return null;
  const at = request.sentAt ?? new Date();
  const names = { id: true, name: true, shortName: true, dutyPhone: true, provinceCode: true } as const;
  const unit = await tx.organisation.findUniqueOrThrow({
    where: { id: request.requesterOrgId },
    select: names,
  });
  // A paper names the organ above as it was on the day of signing.
  const above = await tx.organisationLink.findFirst({
    where: { childId: unit.id, ...inForceAt(at) },
    select: { parent: { select: { name: true } } },
  });
  const addressee = await tx.organisation.findUniqueOrThrow({
    where: { id: request.addresseeOrgId },
    select: names,
  });
  const procuracy = request.procuracyOrgId
    ? await tx.organisation.findUnique({ where: { id: request.procuracyOrgId }, select: names })
    : null;
  const province = await tx.province.findUnique({
    where: { code: request.provinceCode },
    select: { name: true },
  });
  const kind = await tx.requestKind.findFirst({
    where: {
      code: request.kindCode,
      ...inForceAt(at),
    },
    orderBy: { validFrom: "desc" },
    select: { documentVi: true, nameEn: true },
  });
  const items = await tx.requestItem.findMany({ where: { requestId: id }, orderBy: { position: "asc" } });
  const parent = request.parentId
    ? await tx.request.findFirst({
        where: { AND: [{ id: request.parentId }, visibleRequests(actor)] },
        select: { documentNumber: true, documentDate: true },
      })
    : null;
  const annexes = await tx.attachment.findMany({
    where: { requestId: id, ownerOrgId: { not: request.addresseeOrgId } },
    orderBy: { createdAt: "asc" },
    select: { name: true, sha256: true },
  });
  const facts = await askedFacts(tx, request, items);
  return {
    id,
    code: request.code,
    kindCode: request.kindCode,
    documentType: kindOf(request.kindCode).documentType,
    documentName: { vi: kind?.documentVi ?? "", en: kind?.nameEn ?? "" },
    urgency: request.urgency,
    isWithdrawn: request.status === "WITHDRAWN",
    issuer: { above: above?.parent.name ?? null, name: unit.name, phone: unit.dutyPhone },
    place: province?.name ?? "",
    documentNumber: request.documentNumber,
    signedAt: request.sentAt?.toISOString() ?? null,
    addressee: addressee.name,
    procuracy: procuracy?.name ?? null,
    legalBases: await legalBasisLines(tx, request.legalBases),
    grounds: request.grounds,
    disclosure: request.disclosure,
    parent: parent?.documentNumber
      ? { number: parent.documentNumber, date: parent.documentDate?.toISOString() ?? null }
      : null,
    amended: request.sentAt ? await amendedBy(tx, id) : [],
    asked: facts.request,
    items: items.map(
      ({
        id: itemId,
        position,
        kind: targetKind,
        display,
        holderName,
        disputedAmount,
        overGround,
        details,
      }) => ({
        position,
        kind: targetKind,
        display,
        holderName,
        disputedAmount: disputedAmount?.toString() ?? null,
        overGround,
        asked: facts.items.get(itemId) ?? [],
        paidIn: paidIn(details),
      }),
    ),
    disputedAmount: request.disputedAmount.toString(),
    dueAt: request.dueAt?.toISOString() ?? null,
    signer: await signerOf(tx, request),
    annexes,
    contentHash: request.contentHash,
    genuine: request.contentHash === null ? null : await isGenuine(tx, request),
    check: request.sentAt && request.checkCode ? checkOf(request.checkCode) : null,
  };
}

/** The public page, by hand and by QR code. */
function checkOf(code: string): NonNullable<Letter["check"]> {
  const { appOrigin } = env();
  return { code: shownCode(code), page: appOrigin + paths.check, address: appOrigin + paths.checkOf(code) };
}
