import { randomUUID } from "node:crypto";
import { type Answer, Client, comparable, isBroken, isClosed } from "../support/http";
import { inParallel } from "../support/in-parallel";
import { cookieOf } from "../support/session";
import { everybody, type Who } from "./cast";
import { forbiddenWords, leaksIn, readersOfCase, readersOfFile, readersOfRequest } from "./rules";
import { type Address, addressesOf, pageRules, panelAddresses } from "./rules-routes";
import type { World, WorldRequest } from "./world";

/** What a walk through the matrix found. Every line names who, what and why. */
export class Findings {
  asked = 0;
  readonly leaks: string[] = [];
  readonly wrongDenials: string[] = [];
  readonly broken: string[] = [];
}
export type Walker = { who: Who | null; client: Client; forbidden: string[] };

/** Everybody signed in before one server, and one who is not. */
export async function walkers(world: World, origin: string): Promise<Walker[]> {
  const signedIn = await Promise.all(
    everybody.map(async (who) => ({
      who,
      client: new Client(origin, await cookieOf(world.cast.people[who])),
      forbidden: forbiddenWords(world, who),
    })),
  );
  return [...signedIn, { who: null, client: new Client(origin), forbidden: forbiddenWords(world, null) }];
}

/** Requests in flight at once: two cores are busy with six. */
export const width = 6;
export const label = (who: Who | null): string => who ?? "anonymous";
/** How an answer reads when a record was asked for that is not there: same status, same place to go, same body. */
export const shape = ({ status, location, body }: Answer): string =>
  `${status} ${comparable(location ?? "")} ${comparable(body)}`;

type Ask = Address & { pattern: string; headers?: Record<string, string> };
/** Every status counts at the request's own page; at its other addresses one request of each kind of relation will do. */
const wholePages = new Set(["/requests/[id]", "/cases/[id]"]);

/** One request of each kind of relation, and those whose status decides who reads them. */
export const oneOfEach = (requests: WorldRequest[]): WorldRequest[] =>
  requests.filter(
    ({ status, of, notified, addressee }) =>
      ["DRAFT", "PENDING_SIGNATURE", "ACKNOWLEDGED"].includes(status) ||
      of.restricted ||
      notified ||
      addressee === "telecom" ||
      of.unit === "stranger",
  );

function asksOf(world: World, patterns: string[]): Ask[] {
  const few = { ...world, requests: oneOfEach(world.requests) };
  const pages = patterns.flatMap((pattern) =>
    addressesOf(wholePages.has(pattern) ? world : few, pattern).map((address) => ({ ...address, pattern })),
  );
  const asScript = [...wholePages].flatMap((pattern) =>
    patterns.includes(pattern)
      ? addressesOf(few, pattern).map((address) => ({ ...address, pattern, headers: { rsc: "1" } }))
      : [],
  );
  const panels = panelAddresses(few).filter(({ pattern }) => patterns.includes(pattern.split("?")[0]!));
  const files = [
    ...world.cases.map((found) => ({ id: found.fileId, readers: readersOfFile(found) })),
    ...world.requests.flatMap((request) =>
      request.fileId ? [{ id: request.fileId, readers: readersOfFile(request.of, request) }] : [],
    ),
  ].map(({ id, readers }) => ({
    path: `/api/files/${id}`,
    readers,
    isRecord: true,
    pattern: "/api/files/[id]",
  }));
  const letters = few.requests.map((request) => ({
    path: `/requests/${request.id}/letter/file?type=docx`,
    readers: readersOfRequest(request),
    isRecord: true,
    pattern: "/requests/[id]/letter/file",
  }));
  return [...pages, ...asScript, ...panels, ...files, ...letters];
}

/** Opens every address as everybody: readers are let in, others cannot tell it from one that was never given out. */
export async function walkPages(
  world: World,
  people: Walker[],
  findings: Findings,
  patterns: string[] = Object.keys(pageRules),
): Promise<void> {
  const pairs = people.flatMap((walker) => asksOf(world, patterns).map((ask) => ({ walker, ask })));
  const missing = new Map<string, Promise<string>>();
  await inParallel(pairs, width, async ({ walker: { who, client, forbidden }, ask }) => {
    const { pattern, path, headers, readers, isRecord } = ask;
    const line = `${label(who)} GET ${pattern}${headers ? " (rsc)" : ""} ${namesOf(world, path)}`;
    const answer = await client.get(path, headers);
    findings.asked++;
    if (isBroken(answer)) findings.broken.push(`${line}: ${answer.status}`);
    for (const word of leaksIn(answer.body + (answer.location ?? ""), forbidden))
      findings.leaks.push(`${line}: shows ${word}`);
    const isPanel = pattern.includes("?");
    if (pageRules[pattern]?.about === "public") return;
    if (who !== null && readers.includes(who)) {
      if (isClosed(answer)) findings.wrongDenials.push(`${line}: ${answer.status}`);
      return;
    }
    if (!isClosed(answer) && !isPanel) findings.leaks.push(`${line}: let in with ${answer.status}`);
    // Whoever reads the record, but not this side of it, may be told so; a stranger must see no difference.
    if (!isRecord || reads(world, who, path)) return;
    const shared = `${label(who)} ${pattern} ${JSON.stringify(headers)}`;
    if (!missing.has(shared))
      missing.set(
        shared,
        client.get(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID()), headers).then(shape),
      );
    if (shape(answer) !== (await missing.get(shared)))
      findings.leaks.push(`${line}: not the answer of an unknown id`);
  });
}

const requestAt = (world: World, path: string) =>
  world.requests.find(({ id, fileId }) => path.includes(id) || (fileId !== null && path.includes(fileId)));
const caseAt = (world: World, path: string) =>
  world.cases.find(({ id, fileId }) => path.includes(id) || path.includes(fileId));

function reads(world: World, who: Who | null, path: string): boolean {
  if (who === null) return false;
  const request = requestAt(world, path);
  if (request) return readersOfRequest(request).includes(who);
  const found = caseAt(world, path);
  return found !== undefined && readersOfCase(found).includes(who);
}

/** The record in words, so that a finding can be read. */
function namesOf(world: World, path: string): string {
  const request = requestAt(world, path);
  const found = request?.of ?? caseAt(world, path);
  const kind = found ? [found.unit, found.restricted ? "restricted" : ""] : [];
  return [
    ...kind,
    request ? `${request.status} to ${request.addressee}` : "",
    request?.notified ? "notified" : "",
  ]
    .filter(Boolean)
    .join(" ");
}
