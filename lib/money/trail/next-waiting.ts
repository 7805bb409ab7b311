import type { Tx } from "@/lib/db";
import { organisationsOf } from "@/lib/organisations/names";
import { placeOf } from "./accounts";
import { nextLayer } from "./next-layer";
import { readStory } from "./read-story";
import { traceMoney } from "./trace";
import { kindIn } from "./view";

/** Does a case's trail lead to an account that an institution of the register keeps, and that nobody asked about or is about to? */
export async function isNextWaiting(tx: Tx, caseId: string): Promise<boolean> {
  const { story, facts } = await readStory(tx, caseId);
  const trail = traceMoney(story);
  const drafted = new Set([...facts].filter(([, { isDrafted }]) => isDrafted).map(([key]) => key));
  const kept = [...trail.accounts.keys()].map((key) => placeOf(key).institutionId);
  const groups = nextLayer(trail, kindIn(await organisationsOf(tx, kept)), drafted);
  return groups.some(({ institutionId }) => institutionId !== null);
}
