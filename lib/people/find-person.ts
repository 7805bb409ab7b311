import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { UserModel } from "@/lib/generated/prisma/models";

/** @throws Problem not-found. */
export async function findPerson(tx: Tx, id: string): Promise<UserModel> {
  const person = await tx.user.findUnique({ where: { id } });
  if (!person) throw new Problem("not-found");
  return person;
}
