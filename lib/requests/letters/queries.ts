import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { asActor } from "@/lib/db";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { kindOf } from "@/lib/requests/kinds";
import { legalBasisLines } from "@/lib/requests/legal-bases";
import type { Letter } from "./types";

/**
 * The order as a paper, in the parts that Decree 30/2020 art. 8 asks for. Everybody who may read the request may read its paper;
 * before it is signed it has no number and no signature, and only the unit that asks sees it.
 * Null for what does not exist and for what is not the actor's to see.
 */
export function getLetter(actor: Actor, id: string): Promise<Letter | null> {
  return asActor(actor, async (tx) => {
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
      where: { childId: unit.id, validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] },
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
        validFrom: { lte: at },
        OR: [{ validTo: null }, { validTo: { gt: at } }],
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
    const signer = request.signerId
      ? await tx.user.findUnique({ where: { id: request.signerId }, select: { fullName: true, rank: true } })
      : null;
    const seat = request.signerId
      ? await tx.membership.findFirst({
          where: { userId: request.signerId, organisationId: unit.id },
          select: { title: true },
        })
      : null;
    return {
      id,
      code: request.code,
      kindCode: request.kindCode,
      documentType: kindOf(request.kindCode).documentType,
      documentName: { vi: kind?.documentVi ?? "", en: kind?.nameEn ?? "" },
      urgency: request.urgency,
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
      items: items.map(({ position, kind: targetKind, display, holderName, disputedAmount, overGround }) => ({
        position,
        kind: targetKind,
        display,
        holderName,
        disputedAmount: disputedAmount?.toString() ?? null,
        overGround,
      })),
      disputedAmount: request.disputedAmount.toString(),
      dueAt: request.dueAt?.toISOString() ?? null,
      signer: signer ? { name: signer.fullName, rank: signer.rank, title: seat?.title ?? null } : null,
      contentHash: request.contentHash,
      genuine: request.contentHash === null ? null : await isGenuine(tx, request),
    };
  });
}
