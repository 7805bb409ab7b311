import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import type { Outcome } from "@/lib/generated/prisma/enums";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { organisationsOf } from "@/lib/organisations/names";
import { kindOf } from "@/lib/requests/kinds";
import { elsewhereIn, elsewhereText } from "@/lib/requests/kinds/elsewhere";
import vietnamese from "@/messages/vi.json";

type Onward = { at: string; amount: string; to: string; account: string; name: string | null };
type CashOut = { at: string; amount: string; channel: string; place: string | null };
/** What the holder answered about one account. Money VND as digits, instants ISO in UTC. */
export type MinutesItem = {
  position: number;
  display: string;
  holderName: string | null;
  outcome: Outcome;
  asked: string | null;
  held: string | null;
  until: string | null;
  moved: Onward[];
  cashed: CashOut[];
};
export type Minutes = {
  /** The holder's own numbers of its minutes, as it wrote them. */
  numbers: string[];
  madeAt: string | null;
  madeBy: string | null;
  items: MinutesItem[];
};

/** An item's answer as far as minutes read it. */
type Answer = {
  minutesNumber?: string;
  transfers?: {
    at: string;
    amount: string;
    toInstitutionId?: string;
    toAccount?: string;
    toName?: string;
    elsewhere?: unknown;
  }[];
  cashOuts?: { at: string; amount: string; channel: string; place?: string }[];
};

/** What the holder of a freeze answered, in its items' order. Null where there are no minutes, and for whoever is on neither side. */
export async function minutesOf(tx: Tx, actor: Actor, request: RequestModel): Promise<Minutes | null> {
  const isParty = actor.orgIds.includes(request.requesterOrgId) || actor.orgId === request.addresseeOrgId;
  if (!isParty || !request.sentAt || kindOf(request.kindCode).hold !== "freeze") return null;
  const items = await tx.requestItem.findMany({
    where: { requestId: request.id, answeredAt: { not: null } },
    orderBy: { position: "asc" },
  });
  const answers = items.map(({ answer }) => (answer ?? {}) as Answer);
  const receivers = answers.flatMap(({ transfers = [] }) =>
    transfers.flatMap((one) => one.toInstitutionId ?? []),
  );
  const names = await organisationsOf(tx, receivers);
  const last = items.reduce<(typeof items)[number] | undefined>(
    (latest, item) => (latest && latest.answeredAt! >= item.answeredAt! ? latest : item),
    undefined,
  );
  const by = last?.answeredById
    ? await tx.user.findUnique({ where: { id: last.answeredById }, select: { fullName: true } })
    : null;
  return {
    numbers: [...new Set(answers.flatMap(({ minutesNumber }) => minutesNumber ?? []))],
    madeAt: last?.answeredAt?.toISOString() ?? null,
    madeBy: by?.fullName ?? null,
    items: items.map((item, index) => ({
      position: item.position,
      display: item.display,
      holderName: item.holderName,
      outcome: item.outcome!,
      asked: item.disputedAmount?.toString() ?? null,
      held: item.heldAmount?.toString() ?? null,
      until: item.heldUntil?.toISOString() ?? null,
      moved: (answers[index]!.transfers ?? []).map(({ at, amount, toAccount, toName, ...to }) => ({
        at,
        amount,
        to: receiverOf(to, names),
        account: toAccount ?? "",
        name: toName ?? null,
      })),
      cashed: (answers[index]!.cashOuts ?? []).map(({ place, ...cash }) => ({
        ...cash,
        place: place ?? null,
      })),
    })),
  };
}

/** Who got it, as the minutes write it. words: answers.elsewhere.places.* */
function receiverOf(
  { toInstitutionId, elsewhere }: { toInstitutionId?: string; elsewhere?: unknown },
  names: ReadonlyMap<string, { shortName: string }>,
): string {
  const place = elsewhereIn(elsewhere);
  return place
    ? elsewhereText(place, (each) => vietnamese.answers.elsewhere.places[each], "vi")
    : (names.get(toInstitutionId ?? "")?.shortName ?? "");
}
