import { createHash } from "node:crypto";
import { recordOfClock } from "@/lib/audit/record";
import { dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { notify } from "@/lib/notices/notify";
import { membersWith } from "@/lib/notices/recipients";
import { paths } from "@/lib/paths";

type Dead = {
  org_id: string;
  channel: string;
  topic: string;
  lane: string;
  last_code: string | null;
  last_at: Date;
};

/** What tells of an unsent word is not told of again when it cannot be sent either. */
const aboutDead = "delivery.dead";

/**
 * A line was given up: its event stands in the chain of the organisation that was to hear, and administrators are told, of a webhook its
 * keepers too. Of one receiver they are told once a day, however many lines were given up.
 */
export async function tellOfDead(tx: Tx, deliveryId: string): Promise<void> {
  const { rows } = await statement<Dead>(
    tx,
    "select org_id, channel, topic, lane, last_code, last_at from delivery where id = $1",
    [deliveryId],
  );
  const [dead] = rows;
  if (!dead) return;
  const { org_id: orgId, channel, topic, last_code: code } = dead;
  await recordOfClock(tx, orgId, {
    type: "delivery.dead",
    subjectType: "delivery",
    subjectId: deliveryId,
    changes: { deliveryChannel: channel, topic, resultCode: code },
  });
  if (topic === aboutDead) return;
  // A mail server that is away fails for all mailboxes; an address fails by itself.
  const receiver = channel === "webhook" ? dead.lane : channel;
  const word = { kind: aboutDead, urgent: false, facts: { channel } } as const;
  const day = dayOf(dead.last_at);
  await notify(tx, [
    { ...word, eventId: idOf(receiver, day), to: await administrators(tx), href: paths.adminDeliveries },
  ]);
  if (channel !== "webhook") return;
  const to = await membersWith(tx, { orgIds: [orgId], roles: ["liaison_manager", "commander"] });
  await notify(tx, [{ ...word, eventId: idOf(receiver, day), to, href: paths.webhooks }]);
}

async function administrators(tx: Tx): Promise<string[]> {
  const { rows } = await statement<{ organisation_id: string }>(
    tx,
    "select distinct organisation_id from membership where 'admin' = any(roles)",
    [],
  );
  return membersWith(tx, { orgIds: rows.map(({ organisation_id }) => organisation_id), roles: ["admin"] });
}

/** One id for one receiver and day (of Viet Nam), so that the second telling adds nothing. */
function idOf(receiver: string, day: string): string {
  const hex = createHash("sha256").update(`${aboutDead} ${receiver} ${day}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
