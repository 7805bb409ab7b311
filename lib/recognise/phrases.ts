import { type Token, tokensOf } from "./tokens";

/** A known phrase in a text: tokens from `first` to `last`, both included. */
export interface Phrase<Meaning> {
  readonly meaning: Meaning;
  readonly first: number;
  readonly last: number;
}

type Node<Meaning> = { next: Map<string, Node<Meaning>>; meaning?: Meaning };

/**
 * Finds known phrases by walking a tree of their tokens, from the left and the longest first, so that "so tai khoan nhan" is one
 * phrase and not three. Time grows with the text, whatever the number of phrases. Blanks do not count.
 */
export class PhraseBook<Meaning> {
  readonly #root: Node<Meaning> = { next: new Map() };

  constructor(entries: Iterable<readonly [phrase: string, meaning: Meaning]>) {
    for (const [phrase, meaning] of entries) {
      let node = this.#root;
      for (const { text } of tokensOf(phrase)) {
        let next = node.next.get(text);
        if (next === undefined) node.next.set(text, (next = { next: new Map() }));
        node = next;
      }
      node.meaning ??= meaning; // the first to claim a phrase keeps it
    }
  }

  /** The phrases of a text, none overlapping another. */
  find(tokens: readonly Token[]): Phrase<Meaning>[] {
    const found: Phrase<Meaning>[] = [];
    for (let first = 0; first < tokens.length;) {
      const phrase = this.#at(tokens, first);
      if (phrase !== undefined) found.push(phrase);
      first = phrase === undefined ? first + 1 : phrase.last + 1;
    }
    return found;
  }

  #at(tokens: readonly Token[], first: number): Phrase<Meaning> | undefined {
    let node: Node<Meaning> | undefined = this.#root;
    let found: Phrase<Meaning> | undefined;
    for (let at = first; at < tokens.length; at += 1) {
      node = node.next.get(tokens[at]!.text);
      if (node === undefined) break;
      if (node.meaning !== undefined) found = { meaning: node.meaning, first, last: at };
    }
    return found;
  }
}

/** Which phrase each token belongs to, if any. */
export function byToken<Meaning>(
  phrases: readonly Phrase<Meaning>[],
  length: number,
): (Phrase<Meaning> | undefined)[] {
  const owner = new Array<Phrase<Meaning> | undefined>(length).fill(undefined);
  for (const phrase of phrases) owner.fill(phrase, phrase.first, phrase.last + 1);
  return owner;
}
