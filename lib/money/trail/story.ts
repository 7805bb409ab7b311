/**
 * What is known of a case's money, as the trail's arithmetic takes it. Pure data: amounts VND, accounts as keys of `accounts.ts`,
 * every id given once.
 */
export interface MoneyStory {
  /** Victims' transfers into the accounts of layer 1. `from` is the victim's own account, where it is known. */
  readonly payments: readonly (Told & {
    readonly victim: string;
    readonly from: string | null;
    readonly to: string;
    readonly reference: string | null;
  })[];
  /** Transfers that answers told of, as often as they were told. */
  readonly transfers: readonly ToldTransfer[];
  readonly cashOuts: readonly (Told & ByAnswer & { readonly account: string })[];
  /** `released` went back to the account holder, `returned` to victims; both are parts of `amount`. */
  readonly holds: readonly (Told & {
    readonly account: string;
    readonly released: bigint;
    readonly returned: bigint;
  })[];
  /** What an account had of its own at a moment, where an answer told it. */
  readonly ownMoney: readonly (Told & { readonly account: string })[];
  /** Accounts whose institution has answered: what is left there is unexplained, elsewhere it is pending. */
  readonly answered: ReadonlySet<string>;
  /** Accounts that a request which was sent and not taken back asks about. */
  readonly asked: ReadonlySet<string>;
  /** Accounts that no institution of the register keeps: abroad, crypto, a merchant. */
  readonly outside?: ReadonlySet<string>;
}

interface Told {
  readonly id: string;
  readonly amount: bigint;
  readonly at: Date;
}
/** Which answer says so, and whose numbers its references are. */
interface ByAnswer {
  readonly item: string;
  readonly reporter: string;
}
export interface ToldTransfer extends Told, ByAnswer {
  readonly from: string;
  readonly to: string;
  readonly reference: string | null;
  /** Whether the answer's own account got it or sent it, where that is known. */
  readonly side?: "in" | "out";
  /** A corrected answer replaced it: it counts no more. */
  readonly superseded?: boolean;
}
/** A transfer counted once; `told` names every telling of it. */
export interface OneTransfer extends Omit<ToldTransfer, "item" | "reporter" | "side" | "superseded"> {
  readonly told: readonly { readonly id: string; readonly item: string }[];
}

/** @throws RangeError for negative amounts and for a hold with more released and returned than held. */
export function assertSound({ payments, transfers, cashOuts, holds, ownMoney }: MoneyStory): void {
  if ([...payments, ...transfers, ...cashOuts, ...holds, ...ownMoney].some(({ amount }) => amount < 0n))
    throw new RangeError("amounts of a trail are never negative");
  if (
    holds.some(
      ({ amount, released, returned }) => released < 0n || returned < 0n || released + returned > amount,
    )
  )
    throw new RangeError("more was released and returned than held");
}
