import type { Row } from "../owner";
import type { Unit } from "./model";
import { hour } from "./random";
import type { World } from "./world";

/** The year of the story's moment in Viet Nam. */
export const yearNow = (world: World): number => new Date(world.now.getTime() + 7 * hour).getUTCFullYear();

/** The unit's next document of a type this year, after those that its requests have taken: `13/QĐ-PA05`. Makes the counter true. */
export function nextDocument(world: World, counters: Row[], unit: Unit, type: string): string {
  const year = yearNow(world);
  const known = counters.find(
    (row) => row.organisation_id === unit.id && row.document_type === type && row.year === year,
  ) as (Row & { last: number }) | undefined;
  const counter = known ?? { organisation_id: unit.id, document_type: type, year, last: 0 };
  if (!known) counters.push(counter);
  counter.last += 1;
  return `${counter.last}/${type}-${unit.symbol}`;
}
