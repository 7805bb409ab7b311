/** A small seeded generator (mulberry32): the same story on every machine. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** In [0, 1). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }
  chance(share: number): boolean {
    return this.unit() < share;
  }
  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.unit() * values.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  }
  /** One of the names, by weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) if ((left -= weight) < 0) return name;
    return this.pick(entries)[0];
  }
  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join("");
  }
  /** Around 1, rarely far above: how the times of real desks scatter. */
  skewed(median: number, spread: number): number {
    const normal = this.unit() + this.unit() + this.unit() + this.unit() - 2;
    return median * Math.exp(normal * spread);
  }
  /** A time-ordered UUID (version 7) for something that began at `at`. */
  uuid(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, "0");
    const hex = Array.from({ length: 18 }, () => this.whole(0, 15).toString(16)).join("");
    const variant = this.pick(["8", "9", "a", "b"]);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6)}`;
  }
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const later = (at: Date, ms: number) => new Date(at.getTime() + Math.round(ms));
/** Minutes before the moment of seeding. */
export const ago = (now: Date, minutes: number) => later(now, -minutes * minute);

/** Cuts an amount of VND into `parts` positive amounts of whole thousands that add up to it exactly. */
export function shares(random: Random, amount: bigint, parts: number): bigint[] {
  const thousands = Number(amount / 1_000n);
  if (parts <= 1 || thousands < parts * 2) return [amount];
  const weights = Array.from({ length: parts }, () => random.between(0.4, 1.6));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cut = weights
    .slice(1)
    .map((weight) => BigInt(Math.max(1, Math.floor((thousands * weight) / total))) * 1_000n);
  const first = amount - cut.reduce((sum, part) => sum + part, 0n);
  return first > 0n ? [first, ...cut] : [amount];
}
