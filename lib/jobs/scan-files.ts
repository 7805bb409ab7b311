import { scanner } from "@/lib/files/scan/scanner";
import { ScannerDown } from "@/lib/files/scan/scanner-down";
import { leaveWaiting, settleScan, waitingFiles } from "@/lib/files/scan/settle";
import { readBytes } from "@/lib/files/storage";
import { log } from "@/lib/log";

/** One sweep asks about so many at most; the next minute goes on. */
const atOnce = 100;

/**
 * Asks the scanner about what waits for it. The first question it does not answer ends the sweep: the files go on waiting. Without a
 * scanner nothing is asked and nothing let through. Returns how many files are no longer waiting.
 */
export async function scanFiles(): Promise<number> {
  const engine = scanner();
  if (!engine) return 0;
  let settled = 0;
  for (const { sha256, ownerOrgId } of await waitingFiles(atOnce)) {
    // Bytes that are not there, or not what they were, are told to the operator and asked about last.
    const bytes = await readBytes(ownerOrgId, sha256).catch(() => null);
    if (!bytes) log.error({ sha256 }, "a file that waits for the scanner cannot be read");
    try {
      if (bytes) settled += await settleScan(sha256, await engine.scan(bytes));
      else await leaveWaiting(sha256);
    } catch (error) {
      if (!(error instanceof ScannerDown)) throw error;
      await leaveWaiting(sha256);
      log.warn({ why: error.message }, "the scanner does not answer: files wait");
      break;
    }
  }
  return settled;
}
