import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";

/** Whose answers' sums the database lets a person be told of. */
export type Licence = {
  /** His provinces, and the wholes that are made of them alone; empty for who reads no figures. */
  scopes: string[];
  /** The organisation whose desk he leads. */
  desk: string | null;
  /** The provinces for whose answers he waits; empty for who works no cases. */
  waits: string[];
};

/**
 * Nobody reads the sums line by line: a line may be a single answer, and one taken back tells of a sealed case. They are added up
 * through the narrow door, and only of what this says.
 */
export async function readLicence(actor: Actor): Promise<Licence> {
  const [row] = await readAsActor<Licence>(actor, {
    name: "pace_licence",
    text: "select app.figure_scopes() as scopes, app.figure_desk() as desk, app.figure_waits() as waits",
    values: [],
  });
  return row ?? { scopes: [], desk: null, waits: [] };
}
