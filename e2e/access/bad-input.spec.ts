import { expect, test } from "@playwright/test";
import { builtActions, builtRoutes } from "../support/build";
import { type Answer, Client, actionNamed, encodeArgs, filled, isBroken } from "../support/http";
import { inParallel } from "../support/in-parallel";
import { badIds, badQueries, drawFrom, mutantsOf } from "./bad-values";
import type { Who } from "./cast";
import type { ActionRule } from "./action-rule";
import { actionRules, staleVersion } from "./rules-actions";
import { addressesOf, pageRules } from "./rules-routes";
import { walkers, type Walker, width } from "./walk";
import { makeWorld, type World } from "./world";

test.describe.configure({ mode: "default" });
const seed = Number(process.env.BAD_INPUT_SEED || Date.now() % 1_000_000);
/** Drawn for each action; all of them are some ten thousand, which one night may take: BAD_INPUT_EACH=100000. */
const perAction = Number(process.env.BAD_INPUT_EACH || 40);
const patience = 2000;
/** Takes no input at all and as long as the record is; its own tests are at lib/audit. */
const readsWholeRecord = new Set(["verifyRecordAction"]);

let world: World;
let people: Walker[];
const clientOf = (who: Who | null): Client => people.find((walker) => walker.who === who)!.client;
test.beforeAll(async ({ baseURL }) => {
  console.log(`bad input: BAD_INPUT_SEED=${seed}`);
  world = await makeWorld();
  people = await walkers(world, baseURL!);
});

/** Looks at every answer. What was slow is asked again when all others have ended: other people's load is no fault. */
async function faultsOf(asks: { line: string; ask: () => Promise<Answer> }[]): Promise<string[]> {
  const faults: string[] = [];
  const slow: typeof asks = [];
  await inParallel(asks, width, async (each) => {
    const answer = await each.ask();
    if (isBroken(answer)) faults.push(`${each.line}: ${answer.status}`);
    else if (inside.test(answer.body)) faults.push(`${each.line}: shows what is inside`);
    else if (answer.ms > patience) slow.push(each);
  });
  for (const { line, ask } of slow) {
    const { ms } = await ask();
    if (ms > patience) faults.push(`${line}: took ${Math.round(ms)} ms`);
  }
  return faults;
}
/** What only a programmer should see. */
const inside =
  /node_modules|\bat [\w.<>]+ \(|PrismaClient|\bP20\d\d\b|ECONN|syntax error at|invalid input syntax|\bselect\b.{0,80}\bfrom\b.{0,40}\bwhere\b/i;

/** The input that a person who may act would send, and who that is. The version is old: even what passes changes nothing. */
function sampleOf(rule: ActionRule): { who: Who | null; input: unknown } {
  if (rule.about === "own session")
    return {
      who: null,
      input: { key: "k", email: "a@b.example", password: "mật khẩu dài lắm", code: "123456" },
    };
  if (rule.about === "nothing") return { who: rule.may()[0]!, input: rule.inputs(world)[0] };
  if (rule.about === "case")
    return {
      who: rule.may(world.cases[0]!)[0]!,
      input: rule.input(world.cases[0]!, world.cases[0]!.id, staleVersion, world),
    };
  const request = world.requests.find((each) => rule.may(each).length > 0)!;
  return { who: rule.may(request)[0]!, input: rule.input(request, request.id, staleVersion, world) };
}

test("no action breaks on what it is given", async () => {
  test.setTimeout(600_000);
  const draw = drawFrom(seed);
  const calls = builtActions().flatMap(({ name }) => {
    if (readsWholeRecord.has(name)) return [];
    const rule = actionRules[name];
    if (!rule) return [];
    const { who, input } = sampleOf(rule);
    const mutants = mutantsOf(input);
    const chosen =
      mutants.length <= perAction
        ? mutants
        : Array.from({ length: perAction }, () => mutants[Math.floor(draw() * mutants.length)]!);
    return chosen.map((mutant) => ({ name, who, ...mutant }));
  });
  const faults = await faultsOf(
    calls.map(({ name, who, what, args }) => ({
      line: `${name} (${what})`,
      ask: async () => {
        const acted = await clientOf(who).act(name, undefined, { body: encodeArgs(args) });
        return acted.result?.code === "unexpected" ? { ...acted, status: 500 } : acted;
      },
    })),
  );
  console.log(`bad input: ${calls.length} calls of actions`);
  expect(faults).toEqual([]);
});

test("no address breaks on what stands in it", async () => {
  test.setTimeout(600_000);
  const asks = Object.entries(pageRules).flatMap(([pattern, { visitor }]) => {
    const ids = pattern.includes("[") ? badIds.map((id) => filled(pattern, id)) : [];
    const { path } = addressesOf(world, pattern)[0]!;
    const draw = drawFrom(seed + pattern.length);
    const queries = Array.from(
      { length: 12 },
      () =>
        `${path}?${badQueries[Math.floor(draw() * badQueries.length)]}&${badQueries[Math.floor(draw() * badQueries.length)]}`,
    );
    return [...ids, ...queries].map((address) => ({ address, visitor }));
  });
  const files = badIds.map((id) => ({ address: `/api/files/${id}`, visitor: "drafter" as const }));
  const faults = await faultsOf(
    [...asks, ...files].map(({ address, visitor }) => ({
      line: address.slice(0, 160),
      ask: () => clientOf(visitor).get(address),
    })),
  );
  console.log(`bad input: ${asks.length + files.length} addresses`);
  expect(faults).toEqual([]);
});

test("a change that does not come from this site is refused, whatever it claims", async ({ baseURL }) => {
  const client = clientOf("drafter");
  const handlers = builtRoutes()
    .filter(({ isPage }) => !isPage)
    .map(({ pattern }) => ({ path: filled(pattern), headers: {} as Record<string, string> }));
  const actions = builtActions().map(({ id, page }) => ({
    path: filled(page),
    headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
  }));
  const port = new URL(baseURL!).port;
  const foreign = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `http://localhost.evil.example:${port}` },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: `https://localhost:${port}` },
  ] as Record<string, string>[];
  const faults: string[] = [];
  await inParallel(
    [...handlers, ...actions].flatMap((target) => foreign.map((claim) => ({ ...target, claim }))),
    6,
    async ({ path, headers, claim }) => {
      const { status } = await client.send(path, {
        method: "POST",
        headers: { ...headers, ...claim },
        body: "[]",
      });
      if (status !== 403)
        faults.push(`${path} ${headers["next-action"] ?? ""} from ${JSON.stringify(claim)}: ${status}`);
    },
  );
  expect(faults).toEqual([]);
});

test("what nobody's screen writes is refused before anybody asks who sent it", async ({ baseURL }) => {
  const nobody = new Client(baseURL!);
  const { id } = actionNamed("stayAction");
  const called = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
  const parts = { "content-type": "multipart/form-data; boundary=b" };
  const bodies: [what: string, headers: Record<string, string>, body: string][] = [
    ["half a text", called, '[{"key":'],
    ["nothing", called, ""],
    ["what nests without end", called, "[".repeat(1_000_000)],
    ["itself", called, '[["$0:0"]]'],
    ["a part that is not there", called, '["$1"]'],
    ["another part's name", called, '["$K1"]'],
    ["a thousand arguments", called, JSON.stringify(Array(1_001).fill(0))],
    ["no list", called, '"x"'],
    ["fields of an address", { ...called, "content-type": "application/x-www-form-urlencoded" }, "0=1"],
    ["parts that do not end", { ...called, ...parts }, "--b\r\n"],
    ["parts without a border", { ...called, "content-type": "multipart/form-data" }, "x"],
    ["parts in other letters", { ...called, "content-type": "Multipart/Form-Data; boundary=b" }, "--b--"],
    ["parts of no call", parts, "--b\r\n"],
    ["a part of a call that is none", parts, part("$ACTION_REF_1") + part("$ACTION_1:0", "{") + "--b--\r\n"],
    ["a mark of byte order", called, '\uFEFF[{"key":"k"}]'],
    ["a mark of byte order in a part", { ...called, ...parts }, part("0", '\uFEFF["$K1"]') + "--b--\r\n"],
    ["a long name referred to again and again", called, longNamed],
    ["a long text beside another value", called, JSON.stringify(["x".repeat(1_100_000), 1])],
    ["a parent of its own", called, '[{"__proto__":{"a":1}},"$0:0:__proto__"]'],
    ["an action that cannot be", { ...called, "next-action": "constructor" }, "[]"],
    ["an action without a name", { ...called, "next-action": "" }, "[]"],
    ["very many parts", { ...called, ...parts }, part("1").repeat(500) + "--b--\r\n"],
  ];
  for (const path of ["/sign-in", "/cases", "/api/nowhere", "/nowhere", "/_next/data/x/api/files.json"])
    for (const [what, headers, body] of bodies) {
      const headed = { ...headers, origin: new URL(baseURL!).origin };
      const answer = await nobody.send(path, { method: "POST", headers: headed, body });
      expect({ what, path, status: answer.status, body: answer.body }).toEqual({
        what,
        path,
        status: 400,
        body: "",
      });
    }
});
const longName = "x".repeat(500_000);
const longNamed = JSON.stringify([
  { [longName]: {}, named: [`$0:0:${longName}`], rows: Array(10_000).fill("$0:0:named") },
]);
const part = (name: string, value = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test("a page does not break on what only its own script should say", async ({ baseURL }) => {
  const answers = await Promise.all(
    ["garbage", "%ff", "%5B%5B%5B", "%5B1%5D", "x".repeat(10_000)].map((state) =>
      new Client(baseURL!).get("/sign-in", { rsc: "1", "next-router-state-tree": state }),
    ),
  );
  for (const answer of answers) {
    expect(isBroken(answer)).toBe(false);
    expect(inside.test(answer.body)).toBe(false);
  }
});

test("the page of a failure is no address", async ({ baseURL }) => {
  const nobody = new Client(baseURL!);
  for (const path of ["/_global-error", "/_error", "/500", "/%ff"])
    expect((await nobody.get(path)).status, path).toBe(404);
});

test("the sign-in library is asked for the session and its end alone, in its own words", async ({
  baseURL,
}) => {
  const nobody = new Client(baseURL!);
  const json = { "content-type": "application/json" };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const bodies: [headers: Record<string, string>, body: string][] = [
    [json, "{"],
    [json, '{"csrfToken":{"a":1},"callbackUrl":{"x":1},"json":1}'],
    [form, "csrfToken=%ff&callbackUrl=%ff&json=true"],
    [form, "callbackUrl=https://evil.example"],
    [{}, "x"],
  ];
  const queries = [
    "",
    "?callbackUrl=%ff",
    "?callbackUrl=https://evil.example",
    "?callbackUrl[]=1&error=__proto__",
  ];
  const others = ["signin", "callback/credentials", "signin/credentials", "providers", "_log", "error", "x"];
  const posted = (path: string, [headers, body]: (typeof bodies)[number]) =>
    nobody.send(path, { method: "POST", headers: { ...headers, origin: new URL(baseURL!).origin }, body });
  for (const query of queries) {
    for (const what of others) expect((await nobody.get(`/api/auth/${what}${query}`)).status).toBe(404);
    for (const what of ["session", "csrf"])
      expect((await nobody.get(`/api/auth/${what}${query}`)).status).toBe(200);
  }
  for (const body of bodies) {
    for (const what of [...others, "session"])
      expect((await posted(`/api/auth/${what}`, body)).status).toBe(404);
    const left = await posted("/api/auth/signout", body);
    expect(left.status).toBeLessThan(400);
    expect(left.body).not.toContain("evil");
  }
});
