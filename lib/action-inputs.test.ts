import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { flood, namedBy, smuggled } from "@/prisma/factories/flood";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";
import { inputsOfWork } from "@/prisma/factories/inputs-of-work";
import { sampleAnswer, sampleDetails, type SampleContext } from "@/prisma/factories/kind-samples";
import { modelFields } from "@/prisma/factories/model-fields";
import { chosen, isServerOwned } from "@/prisma/factories/server-owned";
import { watched } from "@/prisma/factories/watched";
import { acceptInvitationInput } from "./access/account";
import { codeStep, passwordStep } from "./access/sign-in-schema";
import type * as Actions from "./action";
import { uploadInput } from "./files/schema";
import { kinds } from "./requests/kinds";
import { readDetails } from "./requests/kinds/details";
import { answerSchema } from "./requests/kinds/field-schema";

const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";
/** What reaches a command: the listener stands where it would. */
const heard = vi.hoisted((): unknown[] => []);
type Taken = { schema?: z.ZodType } & ((raw: unknown) => Promise<unknown>);

// The real way in: who acts, clean, parse.
vi.mock("@/lib/action", async (original) => {
  const real = await original<typeof Actions>();
  const action = (schema: z.ZodType) =>
    Object.assign(
      real.action(schema, async (_, input) => void heard.push(input)),
      { schema },
    );
  return { ...real, action };
});
vi.mock("@/lib/access/current-actor", () => ({
  currentActor: async () => ({ userId: "person" }),
  currentSession: async () => ({ userId: "person", sessionId: "session" }),
  callerAddress: async () => "here",
}));
vi.mock("@/lib/log", () => ({ log: { error: () => undefined } }));
vi.mock("@/lib/db", () => ({})); // Nothing here may get as far as a table.
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/navigation", () => ({
  redirect: () => {
    throw new Error("led elsewhere");
  },
}));

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = ["app", "components", "lib"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|generated/.test(file))
    .map((file) => join(root, room, file)),
);
const isServerFile = (text: string) => /^\s*"use server"/.test(text);
const texts = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
const found: [name: string, action: Taken][] = [];
for (const [file, text] of texts)
  if (isServerFile(text)) found.push(...Object.entries((await import(file)) as Record<string, Taken>));

/** Actions beside the common way in: what each parses with, and what it reads of the input besides. */
const byHand: Record<string, { schema: z.ZodType; reads?: string[] } | { form: string } | "takes nothing"> = {
  passwordAction: { schema: passwordStep },
  codeAction: { schema: codeStep, reads: ["to"] }, // the way back, a path of this site or nothing
  enrolAction: { schema: codeStep, reads: ["to"] },
  acceptInvitationAction: { schema: acceptInvitationInput },
  switchMembershipAction: { form: "membershipId" },
  enterAsAction: { form: "email" },
  signOutAction: "takes nothing",
  stayAction: "takes nothing",
  readExpiryAction: "takes nothing",
  ownDemoCodeAction: "takes nothing",
};

const inputs = { ...inputsOfWork, ...inputsOfAdministration };
const parsed = found.flatMap(([name, { schema }]) => (schema ? [{ name, schema }] : []));
const fields = modelFields();
beforeEach(() => void (heard.length = 0));

describe("every server action", () => {
  it("is walked here, and none is hidden inside another file", () => {
    expect(found.map(([name]) => name).sort()).toEqual(
      [...Object.keys(inputs), ...Object.keys(byHand)].sort(),
    );
    const hidden = [...texts].filter(
      ([, text]) => !isServerFile(text) && /^\s*["']use server["']/m.test(text),
    );
    expect(hidden.map(([file]) => file)).toEqual([]);
    expect(fields).toEqual(
      expect.arrayContaining(["heldAmount", "sealedTo", "signerId", "members", "holds"]),
    );
  });

  it.each(parsed)("$name gives its command nothing that its form does not name", async ({ name, schema }) => {
    const action = Object.fromEntries(found)[name] as Taken;
    expect(await action(inputs[name])).toMatchObject({ ok: true });
    expect(heard).toHaveLength(1);
    await action(flood(inputs[name], namedBy(schema), fields));
    expect(JSON.stringify(heard)).not.toContain(smuggled);
  });

  it.each(Object.entries(byHand))(
    "%s, beside the common way, reads only its own names",
    async (name, how) => {
      const action = Object.fromEntries(found)[name] as Taken;
      if (how === "takes nothing") return expect(action).toHaveLength(0);
      const { reads, input, form } = watched();
      const isForm = "form" in how;
      await action(isForm ? form : input).catch(() => undefined);
      const own = isForm ? [how.form] : [...(namedBy(how.schema).names.get("") ?? []), ...(how.reads ?? [])];
      expect([...reads].sort()).toEqual(own.sort());
    },
  );
});

const context: SampleContext = { at: new Date(), institutionId: id, organisationId: id, files: [id] };
describe("what takes more than its own names", () => {
  it("is an answer or what a kind asks, parsed once more by the kind, and somebody's own draft, which no command reads", () => {
    const open = parsed.flatMap(({ name, schema }) =>
      [...namedBy(schema).open].map((place) => `${name}.${place}`),
    );
    expect(open.sort()).toEqual([
      "answerItemAction.answer",
      "answerItemsAction.answers.answer",
      "fileStatementAction.requests.targets.details",
      "keepDraftAction.body",
      "saveDraftAction.details",
      "saveDraftAction.targets.details",
    ]);
  });

  const answers = Object.values(kinds).flatMap((kind) =>
    kind.outcomes.map((outcome) => ({ code: kind.code, outcome, answer: answerSchema(kind, context.at) })),
  );
  it.each(answers)(
    "an answer of $code: $outcome keeps only what the kind names",
    ({ code, answer, outcome }) => {
      const input = sampleAnswer(code, outcome, context);
      expect(answer.parse(input)).toMatchObject({ outcome });
      const taken = answer.safeParse(flood(input, namedBy(answer), fields));
      expect(JSON.stringify(taken.data ?? null)).not.toContain(smuggled);
    },
  );

  it.each(Object.values(kinds))("what a request of $code asks keeps only what the kind names", (kind) => {
    const { request, target } = sampleDetails(kind.code, context);
    const more = Object.fromEntries(fields.map((field) => [field, smuggled]));
    const read = readDetails(
      kind,
      { details: { ...more, ...request }, targets: [{ targetId: id, details: { ...more, ...target } }] },
      context.at,
    );
    expect(read.problems).toEqual({});
    expect(JSON.stringify(read)).not.toContain(smuggled);
  });

  it("is no address that takes a body without being an action", () => {
    const takesBody =
      /export (?:(?:async )?function|const) (POST|PUT|PATCH|DELETE)|as (POST|PUT|PATCH|DELETE)/;
    const routes = [...texts].filter(([file, text]) => file.endsWith("route.ts") && takesBody.test(text));
    expect(routes.map(([file]) => file.slice(join(root, "app/").length)).sort()).toEqual([
      "(portal)/cases/[id]/bundle/route.ts", // the reason of an export
      "api/answers/route.ts", // a file, which is read and not kept
      "api/auth/[...nextauth]/route.ts", // the sign-in library's own
      "api/cases/[id]/targets/route.ts", // a file, which is read and not kept
      "api/cases/[id]/trail/[format]/route.ts", // the reason of an export, and a drawing
      "api/duty/route.ts", // a file, which is read and not kept
      "api/files/route.ts",
      "api/holds/route.ts", // the reason of an export, and what a list is searched for
      "api/requests/route.ts", // the reason of an export
      "api/statements/filed/route.ts", // what fileStatementAction parses, with the file beside it
      "api/statements/route.ts", // a file, which is read and not kept
    ]);
    const input = { caseId: id, requestId: id, itemId: id };
    expect(uploadInput.parse(flood(input, namedBy(uploadInput), fields))).toEqual(input);
  });
});

it("no form names what the server decides, except where deciding it is the act", () => {
  const named = (name: string, schema: z.ZodType) =>
    [...namedBy(schema).names.values()].flatMap((names) => [...names].map((field) => ({ name, field })));
  const all = [
    ...parsed.flatMap(({ name, schema }) => named(name, schema)),
    ...Object.entries(byHand).flatMap(([name, how]) =>
      how === "takes nothing" ? [] : "form" in how ? [{ name, field: how.form }] : named(name, how.schema),
    ),
    ...named("upload", uploadInput),
    ...Object.values(kinds).flatMap((kind) => named("answer", answerSchema(kind, new Date()))),
  ];
  const inModel = new Set(fields);
  const used = all.filter(({ field }) => inModel.has(field) && isServerOwned(field));
  const listed = Object.entries(chosen).flatMap(([field, choices]) =>
    [choices]
      .flat()
      .flatMap(({ actions }) => (actions === "all" ? [] : actions.map((name) => ({ name, field })))),
  );
  const line = ({ name, field }: { name: string; field: string }) => `${name}: ${field}`;
  expect([...new Set(used.filter(({ field }) => field !== "version").map(line))].sort()).toEqual(
    [...new Set(listed.map(line))].sort(),
  );
});
