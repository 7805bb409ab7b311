import { account } from "./accounts";
import { type Candidate, nothing } from "./candidates";
import { numberSpans } from "./number-chains";
import type { Page } from "./page";
import { shortPhone } from "./incomplete";
import { personId } from "./person-ids";
import { phone } from "./phones";
import { Neighbourhood } from "./surroundings";
import { wallet } from "./wallets";

/** Every reading of every number as an account, a phone, a wallet or a person, or as something that is not to be found. */
export function numbers(page: Page): Candidate[] {
  const neighbourhood = new Neighbourhood(page);
  return numberSpans(page).flatMap((span) => {
    const around = neighbourhood.of(span.first, span.last);
    const readings = [account, phone, wallet, personId, shortPhone]
      .map((read) => read(span, around, page))
      .filter((candidate) => candidate !== undefined);
    const label = around.before;
    const isOther = label?.cue === "other" && around.column === "unknown";
    if (isOther) readings.push(nothing(span.start, span.end, 5 - label.cost * 0.6 - span.joinCost));
    if (around.column === "other") readings.push(nothing(span.start, span.end, 6));
    return readings;
  });
}
