import { inspectAside } from "./inspect-aside";
import type { FileRefusal } from "./kinds";
import { scanOnArrival } from "./scan/on-arrival";
import { storeBytes } from "./storage";

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

/** Looks into a file that somebody brings, asks the operator's scanner, and keeps the bytes of one that may come in. */
export async function examine({
  name,
  bytes,
}: {
  name: string;
  bytes: Buffer;
}): Promise<TakenFile | RefusedFile> {
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return { name, code: inspected.code };
  const verdict = await scanOnArrival(bytes);
  if (typeof verdict === "object" && verdict.found === "malware")
    return { name, code: "infected", signature: verdict.signature };
  if (typeof verdict === "object" && verdict.found === "unexamined") return { name, code: "unexamined" };
  return {
    name: inspected.name,
    mediaType: inspected.mediaType,
    size: bytes.length,
    sha256: await storeBytes(bytes),
    scanState: verdict === "no-scanner" ? "unscanned" : "waiting",
    isClean: typeof verdict === "object",
  };
}
