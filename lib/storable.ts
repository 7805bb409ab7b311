/** No form of the portal nests deeper; what does is somebody's trial and is cut off. */
const deepest = 40;

/**
 * The same value with text that PostgreSQL can store: without U+0000 and halves of a character, in names of fields too.
 * Everything that comes from outside passes here once, so that no single schema has to think of it.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((part) => storable(part, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [storableText(name), storable(part, depth + 1)]),
  );
}

/** The same for one text: schemas of the door, which reads its own fields alone, begin with it. */
export const storableText = (text: string): string => text.replaceAll("\u0000", "").toWellFormed();
