import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, statement } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { askClarification } from "@/lib/requests/commands";
import { makeAcknowledged, type Scene, setScene } from "./scene";

/** Statements of a person whom no command stands in front of: the role lachan_app, told who acts. Gives how many rows were written. */
export const write = (actor: Actor, sql: string, values: unknown[] = []) =>
  asActor(actor, async (tx) => (await statement(tx, sql, values)).count);
export const refused =
  /not yours|row-level security|permission denied|arrow alone|done now|follows its request|follows an answer|begins with its act/;
/** Refused aloud, or nothing there to write: both leave the table as it was. */
export async function writesNothing(actor: Actor, sql: string, values: unknown[] = []): Promise<void> {
  const outcome = await write(actor, sql, values).catch((error: Error) => error);
  if (outcome instanceof Error) expect(outcome.message).toMatch(refused);
  else expect(outcome).toBe(0);
}

export type Orders = {
  scene: Scene;
  /** Answered in full, with money held: waits for the unit's word. */
  answered: string;
  /** Acknowledged and nothing more: waits for the bank. */
  open: string;
  /** Asked back: waits for the unit's reply. */
  asked: string;
};

/** A scene with one order for each side to wait on the other. */
export async function setOrders(): Promise<Orders> {
  const scene = await setScene();
  const answered = (await makeAcknowledged(scene, "ACCOUNT_FREEZE")).requestId;
  const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: answered } }));
  for (const item of items)
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId: answered,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "HELD", amount: "1000000", minutesNumber: "12/BB" },
    });
  const open = (await makeAcknowledged(scene)).requestId;
  const { requestId, version } = await makeAcknowledged(scene);
  await askClarification(scene.liaison, {
    key: randomUUID(),
    requestId,
    version,
    reason: "Thiếu số tài khoản.",
  });
  return { scene, answered, open, asked: requestId };
}
