import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../schema/", import.meta.url);

/** Names of all fields of all models, relations included: what somebody may try to send along with a form. */
export function modelFields(): string[] {
  const fields = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".prisma"))) {
    const text = readFileSync(new URL(file, folder), "utf8");
    for (const [, body = ""] of text.matchAll(/^model \w+ \{\n([^}]*)^\}/gm))
      for (const [, name] of body.matchAll(/^\s+(\w+)\s+\w/gm)) fields.add(name as string);
  }
  return [...fields].sort();
}
