import { expect, test } from "@playwright/test";
import { type Answer, Client } from "../support/http";
import { inParallel } from "../support/in-parallel";
import { handlerRules, addressFor, pageRules } from "./rules-routes";
import { walkers } from "./walk";
import { makeWorld } from "./world";

/** What every answer carries, written down a second time: name → what its value must look like. */
const demanded: Record<string, RegExp> = {
  "strict-transport-security":
    /max-age=(3153[6-9]\d{3}|315[4-9]\d{4}|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,}).*includeSubDomains/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^no-referrer$/,
  "permissions-policy": /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
};

/** Everything that is wrong with an answer's headers and, when it is a page, with its HTML. */
function faultsOf({ headers, body }: Answer): string[] {
  const faults = Object.entries(demanded).flatMap(([name, pattern]) =>
    pattern.test(headers.get(name) ?? "") ? [] : [`${name}: ${headers.get(name) ?? "missing"}`],
  );
  if (headers.get("x-powered-by")) faults.push("says what it runs on");
  const policy = headers.get("content-security-policy") ?? "";
  if (/unsafe-inline|unsafe-eval|https?:|\*/.test(policy)) faults.push(`policy allows too much: ${policy}`);
  if (!headers.get("content-type")?.startsWith("text/html")) return faults;
  if (!policy.includes("script-src")) return faults; // nothing in it may run at all
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (!nonce || nonce.length < 22) faults.push("no nonce of 128 bits");
  const html = body.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) =>
    script.slice(0, script.indexOf(">") + 1),
  );
  for (const tag of body.match(/<(script|style)\b[^>]*>/g) ?? [])
    if (!tag.includes(`nonce="${nonce}"`)) faults.push(`without nonce: ${tag.slice(0, 120)}`);
  for (const tag of html.match(/<[a-z][^>]*\s(style|on[a-z]+)="[^"]*"/gi) ?? [])
    faults.push(`inline: ${tag.slice(-120)}`);
  for (const tag of html.match(
    /<(script|link|img|iframe|source|form)\b[^>]*(src|href|action)="(https?:)?\/\/[^"]*"/gi,
  ) ?? [])
    faults.push(`from outside: ${tag.slice(0, 120)}`);
  return faults;
}

test("every address, refusal and file carries all security headers, and no page has inline script or style", async ({
  baseURL,
}) => {
  test.setTimeout(600_000);
  const world = await makeWorld();
  const people = await walkers(world, baseURL!);
  const clientOf = (who: string | null) => people.find((walker) => walker.who === who)!.client;
  const anonymous = clientOf(null);
  const asks: { line: string; ask: () => Promise<Answer> }[] = Object.entries(pageRules).flatMap(
    ([pattern, rule]) => {
      const path = addressFor(world, pattern);
      return [
        { line: pattern, ask: () => clientOf(rule.visitor).get(path) },
        { line: `${pattern} signed out`, ask: () => anonymous.get(path) },
      ];
    },
  );
  const file = world.cases[0]!.fileId;
  asks.push(
    { line: "no such page", ask: () => anonymous.get("/no/such/page") },
    { line: "no such page, signed in", ask: () => clientOf("drafter").get("/no/such/page") },
    { line: "no such record", ask: () => clientOf("drafter").get(`/cases/${file}`) },
    { line: "a file", ask: () => clientOf("drafter").get(`/api/files/${file}`) },
    { line: "a file, signed out", ask: () => anonymous.get(`/api/files/${file}`) },
    { line: "no such handler", ask: () => anonymous.get("/api/no-such") },
    {
      line: "a foreign change",
      ask: () =>
        new Client(baseURL!).send("/", { method: "POST", headers: { origin: "https://evil.example" } }),
    },
    { line: "/icon.svg", ask: () => anonymous.get("/icon.svg") },
    ...Object.keys(handlerRules)
      .filter((pattern) => !/stream|\[/.test(pattern))
      .map((pattern) => ({ line: pattern, ask: () => clientOf("drafter").get(pattern) })),
  );
  const faults: string[] = [];
  await inParallel(asks, 4, async ({ line, ask }) => {
    const answer = await ask();
    if (answer.status >= 500) faults.push(`${line}: ${answer.status}`);
    for (const fault of faultsOf(answer)) faults.push(`${line}: ${fault}`);
  });
  const pages = [await anonymous.get("/sign-in"), await clientOf("leader").get("/province")];
  const built = pages.flatMap(({ body }) => body.match(/\/_next\/static\/[^"#\\]+\.(js|css|svg)/g) ?? []);
  for (const path of new Set(built))
    for (const fault of faultsOf(await anonymous.get(path))) faults.push(`${path}: ${fault}`);
  for (const ending of [".js", ".css", ".svg"])
    expect(
      built.some((path) => path.endsWith(ending)),
      `a built file ${ending}`,
    ).toBe(true);
  expect(faults).toEqual([]);
});
