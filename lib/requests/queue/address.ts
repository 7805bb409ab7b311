import { paths } from "@/lib/paths";
import type { AnsweredFilter } from "./answered-filter";
import type { QueueFilter } from "./filter";

const names = ["tab", "kind", "unit", "urgent", "after", "before", "open", "items"] as const;

/** The address of the queue with some of it changed. A changed list begins at its first page, another request at its first targets. */
export function queueAddress(
  filter: QueueFilter,
  change: Partial<Record<(typeof names)[number], string | number | null>>,
): string {
  const listChanges = (["tab", "kind", "unit", "urgent"] as const).some((name) => name in change);
  const next: Partial<Record<(typeof names)[number], string | number | null | undefined>> = {
    ...filter,
    ...(listChanges ? { after: null, before: null } : {}),
    ...("open" in change ? { items: null } : {}),
    ...change,
  };
  const query = new URLSearchParams();
  for (const name of names) {
    const value = next[name];
    if (value && !(name === "tab" && value === "open")) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `/queue?${text}` : "/queue";
}

/** The address of another page of the answered list. */
export function answeredAddress(
  { kind, from, to }: AnsweredFilter,
  edge: Partial<Record<"after" | "before", string>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, from, to, ...edge })) if (value) query.set(name, value);
  return `${paths.answered}?${query.toString()}`;
}
