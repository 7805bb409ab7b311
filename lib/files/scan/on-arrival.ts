import { log } from "@/lib/log";
import { type Scanner, scanner, type Verdict } from "./scanner";
import { ScannerDown } from "./scanner-down";

/** After the scanner did not answer, those who send files are not made to wait for it again so soon. Milliseconds. */
const restMs = 30_000;
let restsUntil = 0;

/**
 * What the scanner says of bytes that somebody has just brought, or why nothing is known: there is no scanner, or it does not answer
 * and the file has to wait for the worker.
 */
export async function scanOnArrival(
  bytes: Buffer,
  engine: Scanner | null = scanner(),
): Promise<Verdict | "no-scanner" | "waiting"> {
  if (!engine) return "no-scanner";
  if (Date.now() < restsUntil) return "waiting";
  try {
    return await engine.scan(bytes);
  } catch (error) {
    if (!(error instanceof ScannerDown)) throw error;
    restsUntil = Date.now() + restMs;
    log.warn({ why: error.message }, "the scanner does not answer: files wait");
    return "waiting";
  }
}
