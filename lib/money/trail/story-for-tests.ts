import type { MoneyStory } from "./story";

/** A minute of a made-up story. */
export const at = (minute: number): Date => new Date(minute * 60_000);

type Row = { id?: string };
type Loose = {
  payments?: (Row & {
    to: string;
    amount: bigint;
    at?: Date;
    victim?: string;
    from?: string;
    reference?: string;
  })[];
  transfers?: (Row & {
    from: string;
    to: string;
    amount: bigint;
    at: Date;
    item?: string;
    reporter?: string;
    reference?: string;
    side?: "in" | "out";
    superseded?: boolean;
  })[];
  cashOuts?: (Row & { account: string; amount: bigint; at: Date; item?: string })[];
  holds?: (Row & { account: string; amount: bigint; at: Date; released?: bigint; returned?: bigint })[];
  ownMoney?: (Row & { account: string; amount: bigint; at: Date })[];
  answered?: string[];
  asked?: string[];
  outside?: string[];
};

/** A story for tests, of which only what matters is written. */
export function storyOf(loose: Loose): MoneyStory {
  const named = <T extends Row>(kind: string, rows: readonly T[] = []) =>
    rows.map((row, index) => ({ ...row, id: row.id ?? `${kind}${index}` }));
  return {
    payments: named("p", loose.payments).map((row) => ({
      ...row,
      at: row.at ?? at(0),
      victim: row.victim ?? "v",
      from: row.from ?? null,
      reference: row.reference ?? null,
    })),
    transfers: named("t", loose.transfers).map((row) => ({
      ...row,
      item: row.item ?? "i",
      reporter: row.reporter ?? "r",
      reference: row.reference ?? null,
    })),
    cashOuts: named("c", loose.cashOuts).map((row) => ({ ...row, item: row.item ?? "i", reporter: "r" })),
    holds: named("h", loose.holds).map((row) => ({
      ...row,
      released: row.released ?? 0n,
      returned: row.returned ?? 0n,
    })),
    ownMoney: named("o", loose.ownMoney),
    answered: new Set(loose.answered),
    asked: new Set(loose.asked ?? loose.answered),
    outside: new Set(loose.outside),
  };
}
