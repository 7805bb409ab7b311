import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { record } from "@/lib/audit/record";
import { asActor, readAsSystem, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { foldVietnamese } from "@/lib/targets/normalise-text";
import { isRecordCode, recordCode, type SearchInput, type SearchSubject } from "./schema";
import { termHash } from "./term-hash";
import type { SearchHit, SearchResult } from "./types";

const shown = 20;
/** More candidates than are shown: several targets may lead to one case. */
const candidates = 120;

type Candidate = {
  subject: SearchSubject;
  subject_id: string;
  case_id: string;
  request_id: string | null;
  label: string;
};

/**
 * Finds cases, requests and targets by code, account, number or name, blind to accents and case. Candidates come from the index
 * through the narrow door with the actor's scope written out; what is shown is read again through his own rights.
 * Looking up anything but a record's code is recorded with its purpose; the term itself stands there only as a keyed hash.
 * @throws Problem not-allowed.
 */
export async function search(actor: Actor, input: SearchInput): Promise<SearchResult> {
  if (!may(actor, "search.use")) throw new Problem("not-allowed");
  const found = await findCandidates(actor, input.term, input.subject);
  return asActor(actor, async (tx) => {
    const hits = await readAgain(tx, actor, found);
    if (!isRecordCode(input.term)) await recordLookup(tx, actor, input, hits.length);
    return { hits: hits.slice(0, shown), more: hits.length > shown };
  });
}

/** The newest entries, in which a common name is looked for first; so many finds are enough to choose from. */
const newest = 5_000;
const enough = 60;

type Scope = { sql: string; each: string; values: unknown[] };

/**
 * The reach of search_entry by side, as row-level security says it: $1 organisations, $2 membership or organisation. `each` says
 * the same of one of the organisations, \`u.id\`.
 */
function scopeOf(actor: Actor): Scope {
  if (actor.orgKind === "police") {
    const unsealed = "(not e.restricted or $2::uuid = any(e.sealed_to))";
    return {
      sql: `e.owner_org_id = any($1::uuid[]) and ${unsealed}`,
      each: `e.owner_org_id = u.id and ${unsealed}`,
      values: [actor.orgIds, actor.membershipId],
    };
  }
  return {
    sql: "e.addressee_org_id = any($1::uuid[]) and e.addressee_org_id = $2::uuid",
    each: "e.addressee_org_id = u.id and e.addressee_org_id = $2::uuid",
    values: [[actor.orgId], actor.orgId],
  };
}

/**
 * Exact keys first; three letters and more also by trigrams, every word of the term. A whole account, number or code that is
 * found is the answer by itself: each three of its digits stands in a great part of all entries. The newest are looked through
 * before the trigrams are asked: a name that one in eight bears gives ten thousands of finds, and nobody wants the oldest.
 */
async function findCandidates(
  actor: Actor,
  term: string,
  subject: SearchSubject | undefined,
): Promise<Candidate[]> {
  const scope = scopeOf(actor);
  const { exact, words } = keysOf(term);
  const values: unknown[] = [...scope.values, exact];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const narrowed = subject ? ` and e.subject = ${bind(subject)}` : "";
  const part = (rank: number, where: string) =>
    `(select e.subject, e.subject_id, e.case_id, e.request_id, e.label, ${rank} as rank, e.at from search_entry e where ${scope.sql}${narrowed} and ${where} limit ${candidates})`;
  const whole = part(0, "e.exact = any($3)");
  const name = `search-${actor.orgKind === "police" ? "unit" : "desk"}${subject ? "-s" : ""}`;
  const read = (suffix: string, parts: string[], more: unknown[] = []) =>
    readAsSystem<Candidate>({
      name: `${name}-${suffix}`,
      text: `select subject, subject_id, case_id, request_id, label from (${parts.join(" union all ")}) t order by rank, at desc limit ${candidates}`,
      values: [...values, ...more],
    });
  if (words.length === 0) return read("0", [whole]);
  if (words.length === 1 && isWholeKey.test(words[0] as string)) {
    const found = await read("0", [whole]);
    if (found.length > 0) return found;
  }
  const likes = words
    .map((word) => `e.norm like ${bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`)}`)
    .join(" and ");
  const ofEach = Math.max(200, Math.ceil(newest / Math.max(1, actor.orgIds.length)));
  const recent = `(select e.subject, e.subject_id, e.case_id, e.request_id, e.label, 1 as rank, e.at from unnest($1::uuid[]) as u(id)
    cross join lateral (select * from search_entry e where ${scope.each}${narrowed} order by e.at desc limit $${values.length + 1}::int) e where ${likes} limit ${candidates})`;
  const found = await read(`new-${words.length}`, [whole, recent], [ofEach]);
  if (found.length >= enough) return found;
  // Sorted by what no index is sorted by, so that the few are fetched by their trigrams and not looked for along all there are.
  const byLetters = part(1, likes).replace(
    /limit \d+\)$/,
    `order by e.at + interval '0' desc limit ${candidates})`,
  );
  return read(String(words.length), [whole, byLetters]);
}

/** What is looked for: whole keys, and the words of a name or parts of a number. A record's code asks for no purpose and finds only codes. */
function keysOf(term: string): { exact: string[]; words: string[] } {
  if (isRecordCode(term)) return { exact: [recordCode(term)], words: [recordCode(term)] };
  const folded = foldVietnamese(term).replace(/\s+/g, " ").trim();
  return {
    exact: [...new Set([folded, folded.replace(/[\s.\-]/g, ""), folded.replace(/\s/g, "-")])],
    words: wordsOf(folded),
  };
}

const isWholeKey = /^(?=.*\d)[a-z\d-]{8,}$/;

/** Blanks inside a number are how people write it: `1088 7420 5561` is one word. A trigram needs three letters. */
function wordsOf(folded: string): string[] {
  const joined = folded.replace(/(?<=\d)[\s.](?=\d)/g, "");
  return [...new Set(joined.split(" ").filter((word) => word.length >= 3))].slice(0, 6);
}

async function readAgain(tx: Tx, actor: Actor, found: Candidate[]): Promise<SearchHit[]> {
  // By their ids, not by gathering all that the reader may see.
  await statement(tx, "set local enable_bitmapscan = off", []);
  const caseIds = [
    ...new Set(found.filter(({ subject }) => subject !== "request").map(({ case_id }) => case_id)),
  ];
  const requestIds = [...new Set(found.flatMap(({ request_id }) => request_id ?? []))];
  const cases = new Map(
    (
      await tx.case.findMany({
        where: { AND: [{ id: { in: caseIds } }, visibleCases(actor)] },
        select: { id: true, code: true, title: true, status: true, createdAt: true },
      })
    ).map((row) => [row.id, row]),
  );
  const requests = new Map(
    (
      await tx.request.findMany({
        where: { AND: [{ id: { in: requestIds } }, visibleRequests(actor)] },
        select: { id: true, code: true, kindCode: true, status: true, createdAt: true },
      })
    ).map((row) => [row.id, row]),
  );
  const hits = new Map<string, SearchHit>();
  for (const { subject, case_id, request_id, label } of found) {
    const request = subject === "request" && request_id ? requests.get(request_id) : undefined;
    const record = subject === "request" ? undefined : cases.get(case_id);
    const owner = request ?? record;
    if (!owner || hits.has(owner.id)) continue;
    hits.set(owner.id, {
      id: owner.id,
      kind: request ? "request" : "case",
      code: owner.code,
      title: request ? request.kindCode : record!.title,
      label,
      status: owner.status,
      at: owner.createdAt.toISOString(),
    });
  }
  return [...hits.values()];
}

async function recordLookup(tx: Tx, actor: Actor, input: SearchInput, found: number): Promise<void> {
  const term = termHash(input.term);
  await record(tx, actor, {
    type: "lookup.performed",
    subjectType: "lookup",
    reason: input.explanation,
    changes: { purpose: input.purpose ?? "other", term, found },
  });
}
