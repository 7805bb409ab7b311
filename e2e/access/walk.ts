import { randomUUID } from "node:crypto";
import { type Answer, Client, comparable, isBroken, isClosed } from "../support/http";
import { inParallel } from "../support/in-parallel";
import { cookieOf } from "../support/session";
import { everybody, type Who } from "./cast";
import { forbiddenWords, leaksIn, readersOfFile } from "./rules";
import { type ActionRule, actionRules, letIn, staleVersion, turnedAway } from "./rules-actions";
import { addressesOf, pageRules, panelAddresses } from "./rules-routes";
import type { World } from "./world";

/** What a walk through the matrix found. Every line names who, what and why, never a person's data. */
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
    everybody.map(async (who) => ({ who, client: new Client(origin, await cookieOf(world.cast.people[who])), forbidden: forbiddenWords(world, who) })),
  );
  return [...signedIn, { who: null, client: new Client(origin), forbidden: forbiddenWords(world, null) }];
}

const width = 6;
const label = (who: Who | null) => who ?? "anonymous";
/** How an answer reads when a record was asked for that is not there: same status, same place to go, same body. */
const shape = ({ status, location, body }: Answer) => `${status} ${comparable(location ?? "")} ${comparable(body)}`;

type Ask = { path: string; pattern: string; readers: Who[]; isRecord: boolean; headers?: Record<string, string> };

/** Opens every address as everybody: readers are let in, others cannot tell it from one that was never given out. */
export async function walkPages(world: World, people: Walker[], findings: Findings, patterns: string[] = Object.keys(pageRules)): Promise<void> {
  const known = new Set(world.cases.map(({ id }) => id).concat(world.requests.map(({ id }) => id)));
  const files = [
    ...world.cases.map((found) => ({ id: found.fileId, readers: readersOfFile(found) })),
    ...world.requests.flatMap((request) => (request.fileId ? [{ id: request.fileId, readers: readersOfFile(request.of, request) }] : [])),
  ];
  const asks: Ask[] = [
    ...patterns.flatMap((pattern) => addressesOf(world, pattern).map((address) => ({ ...address, pattern }))),
    ...patterns.filter((pattern) => pattern.endsWith("s/[id]")).flatMap((pattern) => addressesOf(world, pattern).map((address) => ({ ...address, pattern, headers: { rsc: "1" } }))),
    ...(patterns.includes("/queue") ? panelAddresses(world).map((address) => ({ ...address, pattern: "/queue?open=" })) : []),
    ...files.map(({ id, readers }) => ({ path: `/api/files/${id}`, readers, isRecord: true, pattern: "/api/files/[id]" })),
  ];
  const pairs = people.flatMap((walker) => asks.map((ask) => ({ walker, ask })));
  const missing = new Map<string, Promise<string>>();
  await inParallel(pairs, width, async ({ walker, ask }) => {
    const { who, client, forbidden } = walker;
    const line = `${label(who)} GET ${ask.pattern}${ask.headers ? " (rsc)" : ""} ${known.size > 0 ? ask.path.split("/").at(-1) : ""}`;
    const answer = await client.get(ask.path, ask.headers);
    findings.asked++;
    if (isBroken(answer)) findings.broken.push(`${line}: ${answer.status}`);
    for (const word of leaksIn(answer.body + (answer.location ?? ""), forbidden)) findings.leaks.push(`${line}: shows ${word}`);
    const isReader = who !== null && ask.readers.includes(who);
    const isPublic = pageRules[ask.pattern]?.about === "public";
    // A file of the world has no content: for its readers it is enough not to be "unknown".
    if (isReader || isPublic) {
      if (isClosed(answer) && ask.pattern !== "/api/files/[id]" && !isPublic) findings.wrongDenials.push(`${line}: ${answer.status}`);
      return;
    }
    if (!isClosed(answer) && !(ask.isRecord && ask.pattern === "/queue?open=")) findings.leaks.push(`${line}: let in with ${answer.status}`);
    if (!ask.isRecord) return;
    const shared = `${label(who)} ${ask.pattern} ${JSON.stringify(ask.headers)}`;
    if (!missing.has(shared)) missing.set(shared, client.get(ask.path.replace(/[0-9a-f-]{36}/, randomUUID()), ask.headers).then(shape));
    // Whoever reads the record but not this side of it is told so; only strangers must not see a difference.
    if (isStranger(world, who, ask.path) && shape(answer) !== (await missing.get(shared))) findings.leaks.push(`${line}: not the answer of an unknown id`);
  });
}

function isStranger(world: World, who: Who | null, path: string): boolean {
  if (who === null) return true;
  const request = world.requests.find(({ id }) => path.includes(id));
  const found = world.cases.find(({ id }) => path.includes(id));
  if (request) return !addressesOf({ ...world, requests: [request] }, "/requests/[id]")[0]!.readers.includes(who);
  return found ? !addressesOf({ ...world, cases: [found] }, "/cases/[id]")[0]!.readers.includes(who) : true;
}

type Call = { name: string; input: (version: number) => unknown; unknown: unknown; sees: Who[]; may: Who[] };

/** Calls every action on every record as everybody, without effect: whoever may is stopped by an old version. */
export async function walkActions(world: World, people: Walker[], findings: Findings, names: string[]): Promise<void> {
  const pairs = people.flatMap((walker) => names.flatMap((name) => callsOf(world, name).map((call) => ({ walker, call }))));
  const missing = new Map<string, Promise<string>>();
  await inParallel(pairs, width, async ({ walker: { who, client, forbidden }, call }) => {
    const isActor = who !== null && call.may.includes(who);
    const line = `${label(who)} calls ${call.name}`;
    const answer = await client.act(call.name, call.input(isActor ? staleVersion : 0));
    findings.asked++;
    if (isBroken(answer) || answer.result?.code === "unexpected") findings.broken.push(`${line}: ${answer.status} ${answer.result?.code ?? ""}`);
    for (const word of leaksIn(answer.body, forbidden)) findings.leaks.push(`${line}: shows ${word}`);
    const code = answer.result?.ok ? "ok" : (answer.result?.code ?? `status ${answer.status}`);
    if (who === null) {
      if (code !== "signed-out") findings.leaks.push(`${line}: ${code}`);
    } else if (isActor) {
      if (code !== "ok" && !letIn.has(code)) findings.wrongDenials.push(`${line}: ${code}`);
    } else if (call.sees.includes(who)) {
      if (!turnedAway.has(code)) findings.leaks.push(`${line}, which he reads: ${code}`);
    } else {
      const shared = `${who} ${call.name}`;
      if (!missing.has(shared)) missing.set(shared, client.act(call.name, call.unknown).then(shape));
      if (code !== "not-found" && code !== "not-allowed") findings.leaks.push(`${line}: ${code}`);
      else if (call.unknown !== undefined && shape(answer) !== (await missing.get(shared))) findings.leaks.push(`${line}: not the answer of an unknown id`);
    }
  });
}

/** One call per record; the right version comes from the record unless an old one is asked for. */
function callsOf(world: World, name: string): Call[] {
  const rule: ActionRule | undefined = actionRules[name];
  if (!rule || rule.about === "own session") return [];
  if (rule.about === "nothing") return [{ name, input: () => rule.input(world), unknown: undefined, sees: [], may: rule.may() }];
  if (rule.about === "case") {
    return world.cases.map((found) => ({
      name,
      input: (version) => rule.input(found, found.id, version || found.version, world),
      unknown: rule.input(found, randomUUID(), 1, world),
      sees: rule.sees(found),
      may: rule.may(found),
    }));
  }
  return world.requests.map((request) => ({
    name,
    input: (version) => rule.input(request, request.id, version || request.version, world),
    unknown: rule.input(request, randomUUID(), 1, world),
    sees: rule.sees(request),
    may: rule.may(request),
  }));
}
