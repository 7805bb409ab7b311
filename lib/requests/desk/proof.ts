import { trustMarks } from "@/lib/authenticity/trust";
import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { verdictOn } from "@/lib/requests/signing/envelope";
import type { Proof } from "./types";

type Facts = {
  account_at: Date;
  device_at: Date | null;
  proved_at: Date | null;
  earlier: number;
  here: number;
  doubted: number;
  hours: number[];
  days: number[];
  today: number;
  is_held: boolean;
  objected_at: Date | null;
};
type Signer = { name: string; rank: string | null; title: string | null; procuracy_phone: string | null };

/**
 * Why the order is to be believed: who signed what in which unit, whom to call, all from the register; whether it is what was signed
 * with that unit's key; and for its addressee what is known of the sender, as counts.
 */
export async function proofOf(
  tx: Tx,
  request: RequestModel,
  unit: { shortName: string; dutyPhone: string | null },
): Promise<Proof> {
  const [{ rows: signers }, { rows: known }, verdict] = await Promise.all([
    statement<Signer>(
      tx,
      `select p.full_name as name, p.rank,
        (select m.title from membership m where m.user_id = p.id and m.organisation_id = $2::uuid order by m.id limit 1) as title,
        (select o.duty_phone from organisation o where o.id = $3::uuid) as procuracy_phone
        from person p where p.id = $1::uuid`,
      [request.signerId, request.requesterOrgId, request.procuracyOrgId],
    ),
    // One statement, and nothing for whoever is not asked.
    statement<Facts>(tx, "select * from app.sender_facts($1)", [request.id]),
    verdictOn(tx, request),
  ]);
  const [
    { procuracy_phone: procuracyPhone, ...signer } = {
      name: "",
      rank: null,
      title: null,
      procuracy_phone: null,
    },
  ] = signers;
  const [facts] = known;
  return {
    genuine: verdict !== "changed",
    verdict,
    contentHash: request.contentHash ?? "",
    signer,
    unit: unit.shortName,
    documentNumber: request.documentNumber ?? "",
    documentDate: (request.documentDate ?? request.sentAt ?? request.createdAt).toISOString(),
    dutyPhone: unit.dutyPhone,
    senderHeld: facts?.is_held ?? false,
    objection: facts?.objected_at
      ? { at: facts.objected_at.toISOString(), phone: procuracyPhone ?? unit.dutyPhone }
      : null,
    trust:
      facts && request.sentAt
        ? trustMarks({
            sentAt: request.sentAt,
            accountAt: facts.account_at,
            deviceAt: facts.device_at,
            provedAt: facts.proved_at,
            earlier: facts.earlier,
            here: facts.here,
            doubted: facts.doubted,
            hours: facts.hours,
            days: facts.days,
            today: facts.today,
          })
        : [],
  };
}
