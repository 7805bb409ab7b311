import type { Tx } from "@/lib/db";

/** Organisations by id, with what a line about them shows. */
export async function organisationsOf(tx: Tx, ids: (string | null)[]) {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, shortName: true, kind: true, onPortal: true, dutyPhone: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Names of persons by id, with their rank in front as officers are called. */
export async function peopleOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, fullName: true, rank: true },
  });
  return new Map(rows.map(({ id, fullName, rank }) => [id, rank ? `${rank} ${fullName}` : fullName]));
}
