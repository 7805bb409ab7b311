import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import { readStory } from "./trail/read-story";
import { traceMoney } from "./trail/trace";
import { ledgerView } from "./trail/view";
import type { LedgerView } from "./types";

/**
 * The ledger of a case as its screen shows it: the sums of its money trail. Row-level security leaves a foreign case empty. Amounts VND
 * as digits.
 */
export function getCaseLedger(actor: Actor, caseId: string): Promise<LedgerView> {
  return asActor(actor, async (tx) => {
    const { story } = await readStory(tx, caseId);
    return ledgerView(traceMoney(story).ledger);
  });
}
