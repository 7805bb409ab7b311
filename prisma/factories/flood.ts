import type { z } from "zod";

/** What a schema names, by place: "" is the form itself, "targets" the objects of that list. `open`: places that take anything. */
export type Named = { names: Map<string, Set<string>>; open: Set<string> };

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
};
const leaves = ["string", "number", "bigint", "boolean", "enum", "literal", "transform"];
const wrappers = ["optional", "nullable", "default", "prefault", "catch", "nonoptional", "readonly"];
const open = ["record", "unknown", "any"];
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** @throws Error for a part of zod that this does not know: nothing is passed over in silence. */
export function namedBy(
  schema: z.ZodType,
  place = "",
  found: Named = { names: new Map(), open: new Set() },
): Named {
  const def = defOf(schema);
  const walk = (part: z.ZodType | undefined, at = place) => part && namedBy(part, at, found);
  if (leaves.includes(def.type)) return found;
  if (open.includes(def.type)) found.open.add(place);
  else if (wrappers.includes(def.type)) walk(def.innerType);
  else if (def.type === "array") walk(def.element);
  else if (def.type === "pipe") [def.in, def.out].forEach((part) => walk(part));
  else if (def.type === "union") def.options?.forEach((part) => walk(part));
  else if (def.type === "object") {
    if (def.catchall && defOf(def.catchall).type !== "never") found.open.add(place);
    const here = found.names.get(place) ?? new Set<string>();
    found.names.set(place, here);
    for (const [name, part] of Object.entries(def.shape ?? {})) {
      here.add(name);
      walk(part, place ? `${place}.${name}` : name);
    }
  } else throw new Error(`no way through a schema of type ${def.type} at "${place}"`);
  return found;
}

/** Stands in every field that no schema asked for: none of it may arrive. */
export const smuggled = "smuggled";

/** The input with every other field of `fields` added to each of its objects, as far as the schema names the object's own. */
export function flood(input: unknown, { names }: Named, fields: readonly string[], place = ""): unknown {
  if (Array.isArray(input))
    return input.map((part) => flood(part, { names, open: new Set() }, fields, place));
  const own = names.get(place);
  if (typeof input !== "object" || input === null || !own) return input;
  return {
    ...Object.fromEntries(fields.filter((name) => !own.has(name)).map((name) => [name, smuggled])),
    ...Object.fromEntries(
      Object.entries(input).map(([name, part]) => [
        name,
        flood(part, { names, open: new Set() }, fields, place ? `${place}.${name}` : name),
      ]),
    ),
  };
}
