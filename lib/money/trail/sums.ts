/**
 * Where money of the case is, in VND. `entered = movedOn + sentBack + held + cashedOut + pending + unexplained`, for a victim's share in an
 * account, for an account and for a layer alike. `returned` is part of `held`.
 */
export interface Sums {
  entered: bigint;
  /** Told to have gone on to other accounts. */
  movedOn: bigint;
  /** Told to have gone back to a victim's own account. */
  sentBack: bigint;
  held: bigint;
  returned: bigint;
  cashedOut: bigint;
  /** Still there as far as anybody knows: its institution has not answered. */
  pending: bigint;
  /** Its institution has answered and left this out. */
  unexplained: bigint;
}

export const nothing = (): Sums => ({
  entered: 0n,
  movedOn: 0n,
  sentBack: 0n,
  held: 0n,
  returned: 0n,
  cashedOut: 0n,
  pending: 0n,
  unexplained: 0n,
});

const names = Object.keys(nothing()) as (keyof Sums)[];

/** Adds the second to the first, which it changes. */
export function addTo(sum: Sums, more: Readonly<Sums>): void {
  for (const name of names) sum[name] += more[name];
}
