import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import { readCaseLedger } from "./case-ledger";
import type { LedgerView } from "./types";

/** The ledger of a case as its screen shows it; row-level security leaves a foreign case empty. Amounts VND as digits. */
export function getCaseLedger(actor: Actor, caseId: string): Promise<LedgerView> {
  return asActor(actor, async (tx) => {
    const { layers, ...total } = await readCaseLedger(tx, caseId);
    const digits = <T extends Record<string, bigint>>(amounts: T) =>
      Object.fromEntries(
        Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]),
      ) as Record<keyof T, string>;
    return {
      ...digits(total as unknown as Record<keyof Omit<LedgerView, "layers">, bigint>),
      layers: layers.map(({ layer, ...amounts }) => ({ layer, ...digits(amounts) })),
    };
  });
}
