import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { inForceAt } from "@/lib/day";
import type { Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { byName } from "@/lib/i18n/collation";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import { kindsInForce } from "@/lib/requests/in-force";
import { kindOf } from "@/lib/requests/kinds";
import { mayBeAsked } from "@/lib/requests/kinds/addressee";
import { textIn } from "@/lib/requests/told";
import { passedOn } from "./reroute";
import type { LinkedRequest, Recheck, Reroute, Reroutes } from "./types";

/** Requests that came from this one, and the one that it came from. */
export async function linksOf(
  tx: Tx,
  actor: Actor,
  request: Pick<RequestModel, "id" | "linkedId" | "link">,
): Promise<LinkedRequest[]> {
  const found = await tx.request.findMany({
    where: {
      AND: [
        visibleRequests(actor),
        { status: { not: "DISCARDED" } },
        { OR: [{ linkedId: request.id }, ...(request.linkedId ? [{ id: request.linkedId }] : [])] },
      ],
    },
    select: { id: true, code: true, link: true, kindCode: true, addresseeOrgId: true, status: true },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  const orgs = await organisationsOf(
    tx,
    found.map(({ addresseeOrgId }) => addresseeOrgId),
  );
  return found.map(({ id, code, link, kindCode, addresseeOrgId, status }) => {
    const isEarlier = id === request.linkedId;
    return {
      id,
      code,
      link: (isEarlier ? request.link : link) === "pair" ? "pair" : "rerouted",
      isEarlier,
      kindCode,
      addressee: orgs.get(addresseeOrgId)?.shortName ?? "",
      status,
    };
  });
}

/** What was answered "not ours" and waits to be passed on, by who is said to keep it; null when nothing does. */
export async function reroutesOf(
  tx: Tx,
  request: Pick<RequestModel, "id" | "kindCode" | "addresseeOrgId" | "requesterOrgId">,
  now: Date,
): Promise<Reroutes | null> {
  const items = await tx.requestItem.findMany({
    where: { requestId: request.id, outcome: "NOT_OURS", answeredAt: { not: null } },
    select: { id: true, targetId: true, display: true, answer: true },
    orderBy: { position: "asc" },
  });
  if (items.length === 0) return null;
  const gone = await passedOn(tx, request.id);
  const groups = new Map<string, Reroute>();
  for (const { id, targetId, display, answer } of items) {
    if (gone.has(targetId)) continue;
    const [operatorId, operator] = [textIn(answer, "operatorId"), textIn(answer, "operator")];
    const name = operatorId ?? operator ?? "";
    const group = groups.get(name) ?? { operatorId, operator, items: [] };
    group.items.push({ id, display });
    groups.set(name, group);
  }
  if (groups.size === 0) return null;
  const kind = kindOf(request.kindCode);
  const law = (await kindsInForce(tx, [request.kindCode], now)).get(request.kindCode);
  const possible = await tx.organisation.findMany({
    where: {
      kind: { in: [...kind.addressees] },
      id: { notIn: [request.addresseeOrgId, request.requesterOrgId] },
      ...inForceAt(now),
    },
    select: { id: true, shortName: true, kind: true, segment: true },
  });
  return {
    groups: [...groups.values()],
    choices: possible
      .filter((each) => mayBeAsked(kind, law?.addressees ?? [], each))
      .map(({ id, shortName }) => ({ id, name: shortName }))
      .sort(byName),
  };
}

/** The looks at each target since its answer, newest first, by the target's id. */
export async function rechecksOf(
  tx: Tx,
  items: readonly { id: string; answeredAt: Date | null }[],
): Promise<Map<string, Recheck[]>> {
  const found = await tx.recheck.findMany({
    where: { itemId: { in: items.map(({ id }) => id) } },
    orderBy: { checkedAt: "desc" },
  });
  const people = await peopleOf(
    tx,
    found.map(({ checkedById }) => checkedById),
  );
  return new Map(
    items.map(({ id, answeredAt }) => [
      id,
      found
        .filter(({ itemId, checkedAt }) => itemId === id && answeredAt !== null && checkedAt >= answeredAt)
        .map(({ isGone, note, checkedById, checkedAt }) => ({
          isGone,
          note,
          by: people.get(checkedById) ?? "",
          at: checkedAt.toISOString(),
        })),
    ]),
  );
}
