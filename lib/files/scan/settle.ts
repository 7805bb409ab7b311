import { recordOfClock, tell } from "@/lib/audit/record";
import { asSystem, readAsSystem, statement, type Tx } from "@/lib/db";
import type { Verdict } from "./scanner";

type Held = { id: string; owner_org_id: string; state: string };
type Sides = { org_ids: string[]; case_id: string | null; request_id: string | null };

/** Bytes that wait for the scanner, those asked about longest ago first. SHA-256 in hex. */
export async function waitingFiles(most: number): Promise<{ sha256: string; ownerOrgId: string }[]> {
  return readAsSystem<{ sha256: string; ownerOrgId: string }>({
    name: "files-waiting",
    text: `select sha256, owner_org_id as "ownerOrgId" from attachment where scan_state = 'waiting' group by sha256, owner_org_id order by min(scanned_at) nulls first, min(id::text) limit $1`,
    values: [most],
  });
}

/** The scanner was asked about these bytes and gave no answer: others go first next time. */
export async function leaveWaiting(sha256: string): Promise<void> {
  await asSystem((tx) =>
    statement(
      tx,
      "update attachment set scanned_at = clock_timestamp() where sha256 = $1 and scan_state = 'waiting'",
      [sha256],
    ),
  );
}

/**
 * Writes what the scanner found in these bytes on every file that has them and waits: clean ones appear on the other side, refused
 * ones stay held. What was handed over before there was a scanner is marked when it is clean; found otherwise, its row stays as a
 * signature covers it, and only its bytes are kept back (take-file.ts). `isNews`: somebody was told to wait and hears of it. Returns how many files it changed; a second time none.
 */
export function settleScan(
  sha256: string,
  verdict: Verdict,
  { isNews = true }: { isNews?: boolean } = {},
): Promise<number> {
  const isClean = verdict.found === "nothing";
  const reason = isClean ? null : verdict.found === "malware" ? verdict.signature : "unexamined";
  return asSystem(async (tx) => {
    const { rows } = await statement<Held>(
      tx,
      `update attachment a set scan_state = $2, scan_reason = $3, scanned_at = clock_timestamp()
        from (select id, scan_state from attachment where sha256 = $1 and scan_state = any($4::text[]) order by id for update) before
        where a.id = before.id returning a.id, a.owner_org_id, before.scan_state as state`,
      [sha256, isClean ? "clean" : "refused", reason, isClean ? ["waiting", "unscanned"] : ["waiting"]],
    );
    if (isNews)
      for (const file of rows) if (file.state === "waiting") await leaveWord(tx, file, sha256, reason);
    return rows.length;
  });
}

/** In the chain of who brought it, without a party: whom it may be for is not said by a scanner. */
async function leaveWord(tx: Tx, file: Held, sha256: string, signature: string | null): Promise<void> {
  const type = signature ? "file.refused" : "file.cleared";
  await recordOfClock(tx, file.owner_org_id, {
    type,
    subjectType: "file",
    subjectId: file.id,
    changes: { sha256, ...(signature ? { signature } : {}) },
  });
  const { rows } = await statement<Sides>(tx, sidesSql, [file.id, signature === null]);
  const sides = rows[0];
  await tell(tx, type, [file.owner_org_id, ...(sides?.org_ids ?? [])], {
    caseId: sides?.case_id ?? undefined,
    requestId: sides?.request_id ?? undefined,
  });
}

// Who sees the file from now on: the sides of an order that was sent, but not when it is said inside one's own organisation.
const sidesSql = `
  select array_remove(case when $2 and r.sent_at is not null and (a.thread_request_id is null or m.internal is false)
      then array[r.requester_org_id, r.addressee_org_id] end, null) as org_ids,
    a.case_id, r.id as request_id
  from attachment a left join request r on r.id = coalesce(a.request_id, a.thread_request_id)
    left join thread_message m on m.id = a.message_id
  where a.id = $1::uuid`;
