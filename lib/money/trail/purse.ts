/** Whose money it is: a victim's id, or nobody's of the case. */
export type Owner = string | null;
export const own = null;
export type Parcel = { owner: Owner; amount: bigint };

/** What lies in an account, oldest first. Amounts VND. */
export class Purse {
  #parcels: Parcel[] = [];
  #head = 0;

  put(owner: Owner, amount: bigint): void {
    if (amount === 0n) return;
    const last = this.#parcels.at(-1);
    if (last && this.#head < this.#parcels.length && last.owner === owner) last.amount += amount;
    else this.#parcels.push({ owner, amount });
  }

  /** Takes the oldest, at most `wanted`; `missing` is what was not there. */
  take(wanted: bigint): { parcels: Parcel[]; missing: bigint } {
    const parcels: Parcel[] = [];
    let missing = wanted;
    while (missing > 0n && this.#head < this.#parcels.length) {
      const oldest = this.#parcels[this.#head]!;
      const amount = oldest.amount < missing ? oldest.amount : missing;
      oldest.amount -= amount;
      missing -= amount;
      if (oldest.amount === 0n) this.#head++;
      parcels.push({ owner: oldest.owner, amount });
    }
    if (this.#head > 64 && this.#head * 2 > this.#parcels.length) this.#tidy();
    return { parcels, missing };
  }

  /** Takes the oldest of what is the victims' and leaves the account's own money where it lies. */
  takeTraced(wanted: bigint): { parcels: { owner: string; amount: bigint }[]; missing: bigint } {
    const parcels: { owner: string; amount: bigint }[] = [];
    let missing = wanted;
    for (const parcel of this.left()) {
      if (missing === 0n) break;
      if (parcel.owner === own) continue;
      const amount = parcel.amount < missing ? parcel.amount : missing;
      parcel.amount -= amount;
      missing -= amount;
      parcels.push({ owner: parcel.owner, amount });
    }
    this.#parcels = this.left().filter(({ amount }) => amount > 0n);
    this.#head = 0;
    return { parcels, missing };
  }

  left(): Parcel[] {
    return this.#parcels.slice(this.#head);
  }

  #tidy(): void {
    this.#parcels = this.left();
    this.#head = 0;
  }
}
