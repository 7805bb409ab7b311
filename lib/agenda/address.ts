import { paths } from "@/lib/paths";
import type { AgendaFilter } from "./schema";

type Kept = Pick<AgendaFilter, "view" | "at" | "day" | "who" | "kinds">;

/** The calendar's address with something of it changed; turning and choosing anew begin at the first page and close the day. */
export function agendaAddress(shown: Kept, change: Partial<Kept> & { after?: string } = {}): string {
  const { view, at, day, who, kinds } = { ...shown, day: undefined, ...change };
  const query = new URLSearchParams();
  if (view !== "month") query.set("view", view);
  if (at) query.set("at", at);
  if (day) query.set("day", day);
  if (who) query.set("who", who);
  if (kinds.length > 0) query.set("kinds", kinds.join(","));
  if (change.after) query.set("after", change.after);
  return paths.calendar(query.toString());
}
