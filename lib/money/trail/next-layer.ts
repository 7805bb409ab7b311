import type { Place } from "./accounts";
import { placeOf } from "./accounts";
import type { Trail } from "./trace";

/** An account that answers name and nobody has been asked about. Amounts VND. */
export interface NextAccount extends Place {
  readonly key: string;
  readonly layer: number;
  /** What the trail brought there, all in all. */
  readonly brought: bigint;
  /** Of it, what nobody knows to have left: what a request would dispute. */
  readonly waiting: bigint;
  readonly firstAt: Date;
  /** Requests whose answers tell of it, as ids of their items. */
  readonly toldBy: readonly string[];
}
export interface NextGroup {
  readonly institutionId: string | null;
  readonly kind: "bank_account" | "e_wallet";
  /** Where nobody of the register is asked: it is dealt with beside the portal, and named all the same. */
  readonly isOutside: boolean;
  readonly accounts: readonly NextAccount[];
  readonly waiting: bigint;
}

/**
 * The accounts that a trail leads to and no request asks about, in one group for each institution and kind, the largest sum first. `kindOf`
 * tells wallets from bank accounts; `drafted` are accounts about which a request is already being written, `outside` those that no institution
 * of the register keeps: a group of their own.
 */
export function nextLayer(
  { accounts, transfers }: Trail,
  kindOf: (institutionId: string | null) => NextGroup["kind"],
  drafted: ReadonlySet<string> = new Set(),
  outside: ReadonlySet<string> = new Set(),
): NextGroup[] {
  const told = new Map<string, { firstAt: Date; items: Set<string> }>();
  for (const { to, at, traced, toVictim, told: tellings } of transfers) {
    if (traced === 0n || toVictim) continue;
    const known = told.get(to) ?? { firstAt: at, items: new Set<string>() };
    if (at < known.firstAt) known.firstAt = at;
    for (const { item } of tellings) known.items.add(item);
    told.set(to, known);
  }
  const groups = new Map<
    string,
    { institutionId: string | null; kind: NextGroup["kind"]; isOutside: boolean; accounts: NextAccount[] }
  >();
  for (const [key, { firstAt, items }] of told) {
    const { layer, sums, isAsked } = accounts.get(key)!;
    if (layer === null || isAsked || drafted.has(key) || sums.pending === 0n) continue;
    const place = placeOf(key);
    const kind = kindOf(place.institutionId);
    const isOutside = outside.has(key);
    const name = `${place.institutionId ?? ""} ${kind} ${String(isOutside)}`;
    const group = groups.get(name) ?? {
      institutionId: place.institutionId,
      kind,
      isOutside,
      accounts: [],
    };
    group.accounts.push({
      key,
      ...place,
      layer,
      brought: sums.entered,
      waiting: sums.pending,
      firstAt,
      toldBy: [...items].sort(),
    });
    groups.set(name, group);
  }
  return [...groups.values()]
    .map((group) => ({
      ...group,
      accounts: group.accounts.sort((a, b) => larger(a.waiting, b.waiting) || (a.key < b.key ? -1 : 1)),
      waiting: group.accounts.reduce((sum, { waiting }) => sum + waiting, 0n),
    }))
    .sort(
      (a, b) => larger(a.waiting, b.waiting) || ((a.institutionId ?? "") < (b.institutionId ?? "") ? -1 : 1),
    );
}

const larger = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);
