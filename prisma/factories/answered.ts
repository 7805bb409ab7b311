import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { answerItem } from "@/lib/requests/desk/answers";
import { itemsOf } from "./stored";

/** Answers the first target that waits, as its desk does; "not found" unless something else is said. */
export async function answerNext(
  desk: Actor,
  requestId: string,
  answer: Record<string, unknown> = { outcome: "NOT_FOUND" },
) {
  const item = (await itemsOf(requestId)).find(({ answeredAt }) => !answeredAt)!;
  return answerItem(desk, {
    key: randomUUID(),
    requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer,
  });
}
