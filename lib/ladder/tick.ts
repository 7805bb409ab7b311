import { fireSteps } from "./fire-steps";
import { firePromises, fireUrges } from "./fire-words";

/** One run of what the ladder does every few seconds. Returns how much was told. */
export async function climb(): Promise<number> {
  return (await fireSteps()) + (await fireUrges()) + (await firePromises());
}
