import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { asActor, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/** The same value, however its keys were ordered: what "the same request again" is compared by. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Date || part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Runs a command once per key: a double click, a resend or sixteen calls at once have one effect and one answer.
 * The key row and the effect stand or fall together. The second caller waits on the first one's row.
 * @throws Problem "key-reused" when the key comes back with another input.
 */
export function once<T extends Prisma.InputJsonObject>(
  actor: Actor,
  command: string,
  input: { key: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const inputHash = createHash("sha256").update(canonical(input)).digest("hex");
  return asActor(actor, async (tx) => {
    const key = await statement(
      tx,
      "insert into idempotency_key (user_id, key, command, input_hash) values ($1, $2, $3, $4) on conflict do nothing",
      [actor.userId, input.key, command, inputHash],
    );
    if (key.count === 0) {
      const before = await tx.idempotencyKey.findUniqueOrThrow({
        where: { userId_key: { userId: actor.userId, key: input.key } },
      });
      if (before.command !== command || before.inputHash !== inputHash) throw new Problem("key-reused");
      return before.result as T;
    }
    const result = await work(tx);
    await statement(tx, "update idempotency_key set result = $3 where user_id = $1 and key = $2", [
      actor.userId,
      input.key,
      JSON.stringify(result),
    ]);
    return result;
  });
}
