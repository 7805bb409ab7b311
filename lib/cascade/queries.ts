import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import { normaliseTarget } from "@/lib/targets/kinds";
import { layerOf } from "./layer";
import type { NextLayer } from "./types";

/** What the next layer would ask, for whoever may draft on the case. @throws Problem not-found, not-allowed. */
export function getNextLayer(actor: Actor, caseId: string): Promise<NextLayer> {
  return asActor(actor, async (tx) => {
    const { requests, unknown, outside, holderOf } = await layerOf(tx, actor, caseId);
    return {
      unknown,
      outside: outside.map(({ at, waiting }) => ({ ...at, waiting: waiting.toString() })),
      requests: requests.map(({ id, kindCode, addresseeId, addressee, group }) => ({
        id,
        kindCode,
        addresseeId,
        addressee,
        waiting: group.waiting.toString(),
        accounts: group.accounts.map(({ key, value, waiting }) => {
          const normal = normaliseTarget(group.kind, value);
          return {
            value,
            display: normal.ok ? normal.display : value,
            holderName: holderOf(key),
            waiting: waiting.toString(),
          };
        }),
      })),
    };
  });
}
