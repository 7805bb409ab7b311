import { randomUUID } from "node:crypto";
import { isBroken } from "../support/http";
import { inParallel } from "../support/in-parallel";
import type { Who } from "./cast";
import { leaksIn } from "./rules";
import { actionRules, letIn, staleVersion, turnedAway } from "./rules-actions";
import { type Findings, label, oneOfEach, shape, type Walker, width } from "./walk";
import type { World } from "./world";

type Call = {
  name: string;
  input: (version: number) => unknown;
  unknown?: () => unknown;
  sees: Who[];
  may: Who[];
  about: string;
};

/** Calls every action on every record as everybody, without effect: whoever may act is stopped by an old version. */
export async function walkActions(
  world: World,
  people: Walker[],
  findings: Findings,
  names: string[],
): Promise<void> {
  const calls = names.flatMap((name) => callsOf(world, name));
  const pairs = people.flatMap((walker) => calls.map((call) => ({ walker, call })));
  const missing = new Map<string, Promise<string>>();
  await inParallel(pairs, width, async ({ walker: { who, client, forbidden }, call }) => {
    const { name, sees, may, about } = call;
    const isActor = who !== null && may.includes(who);
    const line = `${label(who)} calls ${name}${about}`;
    const input = call.input(isActor ? staleVersion : 0);
    const answer = await client.act(name, input);
    findings.asked++;
    if (isBroken(answer) || answer.result?.code === "unexpected")
      findings.broken.push(`${line}: ${answer.status} ${answer.result?.code ?? ""}`);
    // What he sent himself is not news to him.
    const sent = JSON.stringify(input);
    for (const word of leaksIn(
      answer.body,
      forbidden.filter((each) => !sent.includes(each)),
    ))
      findings.leaks.push(`${line}: shows ${word}`);
    const code = answer.result?.ok ? "ok" : (answer.result?.code ?? `status ${answer.status}`);
    if (who === null) {
      if (code !== "signed-out") findings.leaks.push(`${line}: ${code}`);
    } else if (isActor) {
      if (!letIn.has(code) && !(code === "not-found" && !call.unknown))
        findings.wrongDenials.push(`${line}: ${code}`);
    } else if (sees.includes(who)) {
      if (!turnedAway.has(code)) findings.leaks.push(`${line}, which he reads: ${code}`);
    } else if (code !== "not-found" && code !== "not-allowed") {
      findings.leaks.push(`${line}: ${code}`);
    } else if (call.unknown) {
      const shared = `${who} ${name}`;
      if (!missing.has(shared)) missing.set(shared, client.act(name, call.unknown()).then(shape));
      if (shape(answer) !== (await missing.get(shared)))
        findings.leaks.push(`${line}: not the answer of an unknown id`);
    }
  });
}

/** One call per record; the right version comes from the record unless an old one is asked for. */
function callsOf(world: World, name: string): Call[] {
  const rule = actionRules[name];
  if (!rule || rule.about === "own session") return [];
  if (rule.about === "nothing")
    return rule
      .inputs(world)
      .map((_, at) => ({ name, about: "", input: () => rule.inputs(world)[at], sees: [], may: rule.may() }));
  if (rule.about === "case") {
    return world.cases.map((found) => ({
      name,
      about: ` on a case, ${found.unit}${found.restricted ? " restricted" : ""}`,
      input: (version) => rule.input(found, found.id, version || found.version, world),
      unknown: () => rule.input(found, randomUUID(), 1, world),
      sees: rule.sees(found),
      may: rule.may(found),
    }));
  }
  return oneOfEach(world.requests).map((request) => ({
    name,
    about: ` on ${request.status} of ${request.of.unit}${request.of.restricted ? " restricted" : ""} to ${request.addressee}`,
    input: (version) => rule.input(request, request.id, version || request.version, world),
    unknown: () => rule.input(request, randomUUID(), 1, world),
    sees: rule.sees(request),
    may: rule.may(request),
  }));
}
