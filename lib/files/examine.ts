import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { asActor } from "@/lib/db";
import { inspectAside } from "./inspect-aside";
import type { FileRefusal } from "./kinds";
import { scanOnArrival } from "./scan/on-arrival";
import { settleScan } from "./scan/settle";
import { storeBytes } from "./storage";

/** `signature`: the scanner's name for what it found. */
export type RefusedFile = { name: string; code: FileRefusal; signature?: string };
/** A file that was let in: its bytes are kept, its row is still to be written. `isClean`: the operator's scanner found nothing. */
export type TakenFile = {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  scanState: "unscanned" | "waiting";
  isClean: boolean;
};

/**
 * Looks into a file that somebody brings, asks the operator's scanner, and keeps the bytes of one that may come in. What the scanner knows
 * for malware stands in the record.
 */
export async function examine(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<TakenFile | RefusedFile> {
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return { name, code: inspected.code };
  const verdict = await scanOnArrival(bytes);
  if (typeof verdict === "object" && verdict.found === "malware") {
    const changes = { signature: verdict.signature };
    await asActor(actor, (tx) => record(tx, actor, { type: "file.refused", subjectType: "file", changes }));
    return { name, code: "infected", ...changes };
  }
  if (typeof verdict === "object" && verdict.found === "unexamined") return { name, code: "unexamined" };
  return {
    name: inspected.name,
    mediaType: inspected.mediaType,
    size: bytes.length,
    sha256: await storeBytes(actor.orgId, bytes),
    scanState: verdict === "no-scanner" ? "unscanned" : "waiting",
    isClean: typeof verdict === "object",
  };
}

/** After the row stands: a person's rights do not reach what a scanner says. Should this fail, the file waits and the worker asks again. */
export async function letThrough({ sha256, isClean }: Pick<TakenFile, "sha256" | "isClean">): Promise<void> {
  if (isClean) await settleScan(sha256, { found: "nothing" }, { isNews: false });
}
