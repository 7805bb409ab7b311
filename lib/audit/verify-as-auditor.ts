import type { Actor } from "@/lib/access/actor";
import { keyedHash } from "@/lib/access/crypto";
import { may } from "@/lib/access/policy";
import { tryLane } from "@/lib/access/throttle";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { visibleStreams } from "./queries";
import { record } from "./record";
import type { VerificationResult } from "./types";
import { verifyRecord } from "./verify";

// A verification reads the whole record. Its place is given back when it ends; minutes count only if the process dies meanwhile.
const oneAtATime = [{ limit: 1, minutes: 10 }];

/**
 * Verifies, whole, every chain of which the auditor sees a line, and records that he did. The result names a place and no content.
 * One at a time per person, however many web processes there are.
 * @throws Problem "not-allowed" for anybody but an auditor, "too-many" while his last one is still running.
 */
export async function verifyAsAuditor(actor: Actor): Promise<VerificationResult> {
  if (!may(actor, "audit.verify")) throw new Problem("not-allowed");
  const place = await tryLane(keyedHash("lane", `verify:${actor.userId}`), oneAtATime);
  try {
    return await verifyNow(actor);
  } finally {
    await place.settle(true);
  }
}

async function verifyNow(actor: Actor): Promise<VerificationResult> {
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
