import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { visibleStreams } from "./queries";
import { record } from "./record";
import type { VerificationResult } from "./types";
import { verifyRecord } from "./verify";

/**
 * Verifies, whole, every chain of which the auditor sees a line, and records that he did. The result names a place and no content.
 * @throws Problem "not-allowed" for anybody but an auditor.
 */
export async function verifyAsAuditor(actor: Actor): Promise<VerificationResult> {
  if (!may(actor, "audit.verify")) throw new Problem("not-allowed");
  const { broken, ...found } = await verifyRecord({ streams: await visibleStreams(actor) });
  const place = broken && {
    organisation: broken.organisation,
    seq: broken.seq.toString(),
    why: broken.why,
    at: broken.at,
    eventId: broken.eventId,
  };
  await asActor(actor, (tx) =>
    record(tx, actor, {
      type: "audit.verified",
      changes: {
        streams: found.streams,
        events: found.events,
        anchor: found.anchor,
        ...(place ? { broken: place.seq, why: place.why, organisation: place.organisation } : {}),
      },
    }),
  );
  return { ...found, broken: place };
}
