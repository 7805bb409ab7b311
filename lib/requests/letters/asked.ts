import type { Tx } from "@/lib/db";
import { kindOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import type { AskedFact } from "./types";

type Told = Record<string, unknown>;

/**
 * What a kind asks beside its targets (a window, a port, an approved text), in the order of its fields. An organisation stands there by
 * its name and a file by its own, because a paper is read without the register.
 */
export async function askedFacts(
  tx: Tx,
  request: { kindCode: string; details: unknown },
  items: { id: string; details: unknown }[],
): Promise<{ request: AskedFact[]; items: Map<string, AskedFact[]> }> {
  const asks = kindOf(request.kindCode).details;
  const whole = factsOf(asks.request, request.details);
  const each = items.map(({ id, details }) => [id, factsOf(asks.target, details)] as const);
  await nameThem(tx, [whole, ...each.map(([, facts]) => facts)].flat());
  return { request: whole, items: new Map(each) };
}

function factsOf(fields: readonly Field[], details: unknown): AskedFact[] {
  const told = (details ?? {}) as Told;
  return fields.flatMap(({ key, type, dayAlone }) => {
    const value = told[key];
    if (value === undefined || value === null || value === "") return [];
    const text = Array.isArray(value) ? value.map(String).join(", ") : String(value as string | number);
    return [{ key, type, value: text, ...(dayAlone && { dayAlone }) }];
  });
}

/** Ids become names. What is not to be read, or is gone, stays out rather than standing there as a number. */
async function nameThem(tx: Tx, facts: AskedFact[]): Promise<void> {
  const idsOf = (...types: string[]) =>
    facts.filter(({ type }) => types.includes(type)).flatMap(({ value }) => value.split(", "));
  const [organisations, files] = [idsOf("organisation"), idsOf("file", "files")];
  const names = new Map<string, string>();
  if (organisations.length > 0)
    for (const { id, name } of await tx.organisation.findMany({
      where: { id: { in: organisations } },
      select: { id: true, name: true },
    }))
      names.set(id, name);
  if (files.length > 0)
    for (const { id, name } of await tx.attachment.findMany({
      where: { id: { in: files } },
      select: { id: true, name: true },
    }))
      names.set(id, name);
  for (const fact of facts)
    if (["organisation", "file", "files"].includes(fact.type))
      fact.value = fact.value
        .split(", ")
        .flatMap((id) => names.get(id) ?? [])
        .join(", ");
}
