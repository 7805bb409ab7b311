import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { addTargets, indexWhole } from "@/lib/cases/targets";
import { databaseNow } from "@/lib/db";
import { Problem, within } from "@/lib/errors";
import { formatDateTime } from "@/lib/i18n/local-time";
import { formatVnd } from "@/lib/money/format-vnd";
import { submitIn } from "@/lib/requests/commands";
import { draftIn } from "@/lib/requests/drafting/commands";
import { kindsInForce } from "@/lib/requests/in-force";
import { urgencyOf } from "@/lib/requests/rules";
import vietnamese from "@/messages/vi.json";
import { type LayerRequest, layerOf } from "./layer";
import type { fileNextLayerInput } from "./schema";

export type FiledLayer = { requestIds: string[] };

/**
 * Drafts the next layer's requests and hands them to the signer, one for each institution, in one act: what was ticked, at the
 * sums that were seen. Each is drafted and handed in by the same commands as a single request.
 * @throws Problem changed-meanwhile when the trail leads elsewhere by now, not-found, not-allowed, invalid.
 */
export function fileNextLayer(actor: Actor, input: z.output<typeof fileNextLayerInput>): Promise<FiledLayer> {
  return once(actor, "cascade.file", input, async (tx) => {
    const layer = await layerOf(tx, actor, input.caseId);
    const byId = new Map(layer.requests.map((request) => [request.id, request]));
    const chosen = input.requests.map(({ ask, waiting }) => {
      const request = byId.get(ask);
      if (!request || request.group.waiting.toString() !== waiting) throw new Problem("changed-meanwhile");
      return request;
    });
    const now = await databaseNow(tx);
    const law = await kindsInForce(tx, [...new Set(chosen.map(({ kindCode }) => kindCode))], now);
    const requestIds: string[] = [];
    for (const [index, request] of chosen.entries())
      requestIds.push(
        await within(`requests.${index}`, async () => {
          const targets = await addTargets(
            tx,
            input.caseId,
            request.group.accounts.map(({ key, value }) => ({
              kind: request.group.kind,
              value,
              institutionId: request.addresseeId,
              holderName: layer.holderOf(key) ?? undefined,
            })),
          );
          const drafted = await draftIn(tx, actor, {
            caseId: input.caseId,
            kindCode: request.kindCode,
            addresseeOrgId: request.addresseeId,
            urgency: urgencyOf(true, latestOf(request).toISOString(), now),
            grounds: groundsOf(request),
            legalBases: law.get(request.kindCode)?.legalBases ?? [],
            targets: request.group.accounts.map(({ waiting }, place) => ({
              targetId: targets[place]!.id,
              disputedAmount: waiting.toString(),
            })),
          });
          await submitIn(tx, actor, { requestId: drafted.requestId, version: drafted.version }, now);
          return drafted.requestId;
        }),
      );
    await indexWhole(tx, layer.owner);
    return { requestIds };
  });
}

const latestOf = ({ group }: LayerRequest): Date =>
  group.accounts.reduce((last, { firstAt }) => (firstAt > last ? firstAt : last), group.accounts[0]!.firstAt);

/** The grounds as the letter says them. words: cascade.groundsForm */
const groundsOf = ({ group, firstAt }: LayerRequest): string =>
  vietnamese.cascade.groundsForm
    .replace("#accounts#", String(group.accounts.length))
    .replace("#amount#", formatVnd(group.waiting, "vi"))
    .replace("#time#", formatDateTime(firstAt));
