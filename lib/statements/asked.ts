import { detailsOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import type { Told } from "./types";

/** What a kind asks of each target on this desk: its fields but those that take a file, for which the draft's own form is. */
export const askedOf = (kindCode: string): readonly Field[] =>
  detailsOf(kindCode).target.filter(({ type }) => type !== "file" && type !== "files");

/**
 * What stands in those fields before the officer touches them, as JSON by the field's key; nothing where neither the text nor the
 * target tells. What the victim writes of a page is kept as the page was told of, at the moment of the report.
 */
export function proposedOf(
  kindCode: string,
  target: { value: string; told?: Told },
  reportedAt: string | null,
): Record<string, string> {
  const { told = {} } = target;
  const proposals: Record<string, string | undefined> = {
    snapshotText: told.passage,
    capturedAt: told.passage === undefined ? undefined : (reportedAt ?? undefined),
    origin: target.value === "" ? undefined : target.value.startsWith("+") ? "foreign" : "domestic",
    port: told.port,
    seenAt: told.seenAt,
  };
  return Object.fromEntries(
    askedOf(kindCode).flatMap(({ key }): [string, string][] => {
      const value = proposals[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
