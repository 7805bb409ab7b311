import { type AmountRole, roleOf } from "./amount-roles";
import { type Entity, isAccount } from "./entities";
import { grouped } from "@/lib/grouped";
import type { Page } from "./page";
import { sentencesOf } from "./sentences";

export interface Amount {
  readonly entity: Entity;
  readonly role: AmountRole;
  readonly sentence: number;
}

/** Entities in the order of the text, with quick ways to what stands in a sentence, before a place or after it. */
export class Told {
  readonly #bySentence: ReadonlyMap<number, Entity[]>;

  constructor(
    readonly all: readonly Entity[],
    readonly sentenceOf: (entity: Entity) => number,
  ) {
    this.#bySentence = grouped(all, sentenceOf);
  }

  in(sentence: number): readonly Entity[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /** The last that ends before this place. */
  before(place: number): Entity | undefined {
    const at = this.#countBefore(place);
    const entity = this.all[at - 1];
    return entity !== undefined && entity.end > place ? this.all[at - 2] : entity;
  }

  after(place: number): Entity | undefined {
    return this.all[this.#countBefore(place)];
  }

  /** The last few before this place, nearest first. */
  lastBefore(place: number, count: number): Entity[] {
    const at = this.#countBefore(place);
    return this.all.slice(Math.max(0, at - count), at).reverse();
  }

  #countBefore(place: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle]!.start < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What a statement tells about money, sorted for the question which amount went where. */
export interface Story {
  readonly page: Page;
  readonly targets: Told;
  readonly own: Told;
  readonly times: Told;
  readonly amounts: readonly Amount[];
  /** Amounts that may be payments, by sentence. */
  readonly payable: ReadonlyMap<number, readonly Amount[]>;
}

export const isPayable = ({ role }: Amount): boolean =>
  role === "paid" || role === "plain" || role === "total";

export function storyOf(page: Page, entities: readonly Entity[]): Story {
  const sentences = sentencesOf(page);
  const sentenceOf = (entity: Entity) => sentences[entity.first] ?? 0;
  const amounts = entities
    .filter(({ kind }) => kind === "amount")
    .map((entity): Amount => ({ entity, role: roleOf(page, entity), sentence: sentenceOf(entity) }));
  const payable = grouped(amounts.filter(isPayable), ({ sentence }) => sentence);
  const told = (test: (entity: Entity) => boolean) => new Told(entities.filter(test), sentenceOf);
  return {
    page,
    amounts,
    payable,
    targets: told((entity) => isAccount(entity) && !entity.isOwn),
    own: told((entity) => isAccount(entity) && entity.isOwn),
    times: told(({ kind }) => kind === "date_time"),
  };
}
