import { paths } from "@/lib/paths";
import type { DocumentFilter } from "./schema";

/** The address of a case's documents with some of it changed. A changed list begins at its first page. */
export function documentsAddress(
  caseId: string,
  { kind, sort }: Pick<DocumentFilter, "kind" | "sort">,
  edge: Partial<Record<"after" | "before", string>> = {},
): string {
  const query = new URLSearchParams({ tab: "documents" });
  if (kind) query.set("kind", kind);
  if (sort !== "newest") query.set("sort", sort);
  if (edge.after) query.set("after", edge.after);
  if (edge.before) query.set("before", edge.before);
  return `${paths.case(caseId)}?${query.toString()}`;
}
