/** Where a page of a list begins or ends: the sort key and id of its edge row. */
export type Edge = readonly string[];

/** What one part of an edge must look like, so that an address typed by hand never reaches the database as nonsense. */
export const edgePart = {
  instant: (text: string) => /^\d{4}-\d{2}-\d{2}T/.test(text) && Number.isFinite(Date.parse(text)),
  id: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  flag: (text: string) => text === "true" || text === "false",
} as const;

export function edgeToText(edge: Edge): string {
  return Buffer.from(JSON.stringify(edge)).toString("base64url");
}

/** Null for anything that is no edge of these parts: a mistyped address opens the first page. */
export function edgeOfText(text: string | undefined, parts: readonly (keyof typeof edgePart)[]): Edge | null {
  if (!text || text.length > 400) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value) || value.length !== parts.length) return null;
    return parts.every((part, index) => typeof value[index] === "string" && edgePart[part](value[index])) ? (value as string[]) : null;
  } catch {
    return null;
  }
}
