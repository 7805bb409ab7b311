import type { NamedOrganisation } from "@/lib/organisations/names";
import type { LedgerView } from "@/lib/money/types";
import { placeOf } from "./accounts";
import { outsideName } from "./elsewhere";
import type { Ledger } from "./ledger";
import { nextLayer, type NextGroup } from "./next-layer";
import type { ReadStory } from "./read-story";
import { statusOf } from "./status";
import { nothing, type Sums } from "./sums";
import type { Trail, TrailAccount } from "./trace";
import type { SumsView, TrailEdge, TrailNode, TrailView } from "./types";

const digits = (sums: Readonly<Sums>) =>
  Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, String(amount)])) as SumsView;

/** A ledger as a screen receives it. */
export const ledgerView = (ledger: Ledger): LedgerView =>
  JSON.parse(
    JSON.stringify(ledger, (_name, value: unknown) => (typeof value === "bigint" ? value.toString() : value)),
  ) as LedgerView;

/** Wallets are kept by payment intermediaries, and by whom a request says so. */
export const kindIn =
  (organisations: ReadonlyMap<string, NamedOrganisation>) =>
  (institutionId: string | null): NextGroup["kind"] =>
    institutionId && organisations.get(institutionId)?.kind === "payment_intermediary"
      ? "e_wallet"
      : "bank_account";

/**
 * A trail as its screen receives it: victims first, then the accounts by layer and first arrival, then those that nothing leads to but a
 * request or a hold is about. Where unconnected money came from is in `ownIn` of the account it went to, and no node.
 */
export function viewOf(
  trail: Trail,
  read: ReadStory,
  organisations: ReadonlyMap<string, NamedOrganisation>,
): Pick<TrailView, "victims" | "nodes" | "edges" | "ledger" | "next"> {
  const nameOf = (key: string) => {
    const { institutionId } = placeOf(key);
    return institutionId ? (organisations.get(institutionId)?.shortName ?? null) : null;
  };
  const firstAt = firstArrivals(trail, read);
  const isShown = ({ key, layer, heldBeyond, isAsked }: TrailAccount) =>
    layer !== null || heldBeyond > 0n || isAsked || linked.has(key);
  const linked = new Set(
    trail.transfers.flatMap(({ from, to, toVictim }) =>
      !toVictim && trail.accounts.get(from)?.layer !== null ? [to] : [],
    ),
  );
  const time = (key: string) => firstAt.get(key)?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const accounts = [...trail.accounts.values()]
    .filter(isShown)
    .sort(
      (a, b) =>
        (a.layer ?? Number.MAX_SAFE_INTEGER) - (b.layer ?? Number.MAX_SAFE_INTEGER) ||
        time(a.key) - time(b.key) ||
        (a.key < b.key ? -1 : 1),
    );
  const ids = new Map(accounts.map(({ key }, index) => [key, `a${index}`]));
  const payers = trail.victims
    .map((victim) => ({ ...victim, ...read.victims.get(victim.id)!, node: "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi") || (a.id < b.id ? -1 : 1))
    .map((victim, index) => ({ ...victim, node: `v${index}` }));
  const nodeOfVictim = new Map(payers.map(({ id, node }) => [id, node]));
  const homes = new Map(payers.flatMap(({ node, accounts: own }) => own.map((key) => [key, node] as const)));
  const kindOf = kindIn(organisations);

  const nodes: TrailNode[] = [
    ...payers.map(({ id, node, name, paid, accounts: own }): TrailNode => ({
      id: node,
      kind: "victim",
      layer: 0,
      institution: own[0] ? nameOf(own[0]) : null,
      account: own.length === 1 ? placeOf(own[0]!).value : null,
      name,
      status: "victim",
      firstAt: null,
      sums: digits({ ...nothing(), movedOn: paid }),
      shares: { [id]: digits({ ...nothing(), movedOn: paid }) },
      ownIn: "0",
      surplus: "0",
      heldBeyond: "0",
      balance: null,
      isDrafted: false,
      isAsked: false,
      requests: [],
    })),
    ...accounts.map((account): TrailNode => {
      const facts = read.facts.get(account.key);
      const { institutionId, value } = placeOf(account.key);
      const outside = facts?.outside ?? null;
      return {
        id: ids.get(account.key)!,
        kind: facts?.isWallet ? "e_wallet" : kindOf(institutionId),
        layer: account.layer,
        institution: outside ? outsideName(outside) : nameOf(account.key),
        account: outside ? outside.account : value,
        name: facts?.holder || null,
        status: statusOf(account, facts?.isEmpty ?? false, outside?.place),
        firstAt: firstAt.get(account.key)?.toISOString() ?? null,
        sums: digits(account.sums),
        shares: Object.fromEntries([...account.shares].map(([victim, sums]) => [victim, digits(sums)])),
        ownIn: String(account.ownIn),
        surplus: String(account.surplus),
        heldBeyond: String(account.heldBeyond),
        balance: facts?.balance?.toString() ?? null,
        isDrafted: facts?.isDrafted ?? false,
        isAsked: account.isAsked,
        requests: facts?.requests ?? [],
      };
    }),
  ];
  const edges: TrailEdge[] = [
    ...read.story.payments.map((payment): TrailEdge => ({
      id: payment.id,
      from: nodeOfVictim.get(payment.victim)!,
      to: ids.get(payment.to)!,
      amount: String(payment.amount),
      traced: String(payment.amount),
      at: payment.at.toISOString(),
      reference: payment.reference,
      shares: { [payment.victim]: String(payment.amount) },
      isPayment: true,
      requestIds: [],
    })),
    ...trail.transfers.flatMap((transfer): TrailEdge[] => {
      const [from, to] = [
        ids.get(transfer.from),
        transfer.toVictim ? homes.get(transfer.to) : ids.get(transfer.to),
      ];
      if (!from || !to) return [];
      return [
        {
          id: transfer.id,
          from,
          to,
          amount: String(transfer.amount),
          traced: String(transfer.traced),
          at: transfer.at.toISOString(),
          reference: transfer.reference,
          shares: Object.fromEntries(
            [...transfer.shares].map(([victim, amount]) => [victim, String(amount)]),
          ),
          isPayment: false,
          requestIds: [...new Set(transfer.told.flatMap(({ item }) => read.requestOf.get(item) ?? []))],
        },
      ];
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const drafted = new Set([...read.facts].flatMap(([key, { isDrafted }]) => (isDrafted ? [key] : [])));
  return {
    victims: payers.map(({ id, node, name, paid, sums }) => ({
      id,
      node,
      name,
      paid: String(paid),
      sums: digits(sums),
    })),
    nodes,
    edges,
    ledger: ledgerView(trail.ledger),
    next: nextLayer(trail, kindOf, drafted, outsideIn(read)).map((group) => ({
      institution: group.institutionId ? (organisations.get(group.institutionId)?.shortName ?? null) : null,
      kind: group.kind,
      isOutside: group.isOutside,
      nodes: group.accounts.map(({ key }) => ids.get(key)!),
      waiting: String(group.waiting),
    })),
  };
}

/** The accounts that no institution of the register keeps. */
export const outsideIn = ({ facts }: Pick<ReadStory, "facts">): Set<string> =>
  new Set([...facts].flatMap(([key, { outside }]) => (outside ? [key] : [])));

/** When something first came to each account. */
function firstArrivals({ transfers }: Trail, { story }: ReadStory): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const { to, at } of [...story.payments, ...transfers]) {
    const known = first.get(to);
    if (!known || at < known) first.set(to, at);
  }
  return first;
}
