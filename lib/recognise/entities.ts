import type { Candidate } from "./candidates";
import type { Page } from "./page";
import type { FoundKind } from "./types";

/** A find with its place among the tokens and what the statement says about it. */
export interface Entity extends Candidate {
  readonly kind: FoundKind;
  readonly first: number;
  readonly last: number;
  readonly isOwn: boolean;
}

export function placed(page: Page, candidate: Candidate & { kind: FoundKind }): Entity {
  return {
    ...candidate,
    first: page.tokenAt(candidate.start),
    last: page.tokenAt(candidate.end - 1),
    isOwn: false,
  };
}

export const isAccount = ({ kind }: Pick<Candidate, "kind">): boolean =>
  kind === "bank_account" || kind === "e_wallet";
