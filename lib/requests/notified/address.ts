import { paths } from "@/lib/paths";
import type { NotifiedFilter } from "./schema";

/** The address of the prosecutor's list with some of it changed. A changed list begins at its first page. */
export function notifiedAddress(
  { show, kind, code }: NotifiedFilter,
  change: Partial<Record<"show" | "after" | "before", string>>,
): string {
  const query = new URLSearchParams();
  const shown = change.show ?? show;
  if (shown !== "all") query.set("show", shown);
  if (kind) query.set("kind", kind);
  if (code) query.set("code", code);
  if (change.after) query.set("after", change.after);
  if (change.before) query.set("before", change.before);
  const text = query.toString();
  return text ? `${paths.notified}?${text}` : paths.notified;
}
