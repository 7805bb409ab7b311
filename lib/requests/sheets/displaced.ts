import { neutralise } from "@/lib/exports/neutralise";
import type { Kind } from "@/lib/requests/kinds/kind";
import { textOf, type Typed } from "@/lib/sheets/cell";
import { type FixedColumn, fixedColumns } from "./form";
import type { KnownItem } from "./preview";

/** Signs alone: a spreadsheet may lose blanks, dots and the apostrophe before a text. */
const bare = (text: string): string => text.replace(/[\s.,'-]/g, "").toUpperCase();

/**
 * The columns in which a row tells people of another target than its hidden id tells the portal. Sorting or pasting only what is seen
 * leaves the ids where they were: such an answer would be given for an account that nobody meant. A cell that was emptied tells nothing
 * any more and counts as another one.
 */
export function displaced(
  kind: Pick<Kind, "targets" | "asksAmount">,
  cells: Readonly<Record<string, Typed>>,
  item: Pick<KnownItem, "code" | "position" | "target" | "disputed">,
): FixedColumn[] {
  const stands: Partial<Record<FixedColumn, string>> = {
    code: item.code,
    position: String(item.position),
    target: neutralise(item.target),
    disputed: item.disputed?.toString() ?? "",
  };
  return fixedColumns(kind).filter((column) => {
    const own = stands[column];
    return own !== undefined && bare(textOf(cells[column] ?? null)) !== bare(own);
  });
}
