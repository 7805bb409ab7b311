import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { isUnreadable } from "./body-refusal";
import { isReadableCall } from "./readable-call";

const page = "/sign-in";
const sent = (body: BodyInit, headers: Record<string, string> = { "next-action": "a".repeat(42) }) =>
  new Request(`http://portal.example${page}`, { method: "POST", body, headers });
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

/** What the portal's own screens send is written by React: whatever it writes of plain values must pass. */
vi.stubGlobal(
  "__webpack_require__",
  Object.assign(() => undefined, { u: () => "" }),
); // looked for as it is loaded, used by nothing here
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-webpack/client.browser",
) as { encodeReply: (args: unknown[]) => Promise<string | FormData> };

it("takes whatever React writes of plain values", async () => {
  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "binary" }),
      fc.constantFrom("$", "$0:0", "$K1", "$undefined", "$n1x", undefined, null, true, -0, NaN, -Infinity),
      fc.integer(),
      fc.double(),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.date({ noInvalidDate: true }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string({ maxLength: 6 }), tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(fc.array(plain, { maxLength: 3 }), async (args) => {
      const body = await encodeReply(args);
      expect(typeof body === "string" && isReadableCall(body)).toBe(true);
    }),
  );
});

it("takes a form as React writes it, with the name of its action beside the fields", async () => {
  const typed = form({
    [`$ACTION_ID_${"a".repeat(42)}`]: "",
    membershipId: "x",
    "rows[0].note": 'hai\ndòng "và"',
  });
  const body = await encodeReply([typed]);
  expect(body).toBeInstanceOf(FormData);
  expect(await isUnreadable(sent(body), page)).toBe(false);
});

it("takes one value that stands in two places", async () => {
  const none: string[] = [];
  const row = { none, amounts: [{ none }] };
  const body = await encodeReply([{ first: none, rows: [row, row] }]);
  expect(body).toContain("$0:0:");
  expect(isReadableCall(body as string)).toBe(true);
});

const doubling = (times: number) => {
  const rows: Record<string, unknown> = { a0: [1] };
  for (let n = 1; n <= times; n += 1) rows[`a${n}`] = [`$0:0:a${n - 1}`, `$0:0:a${n - 1}`];
  return JSON.stringify([rows]);
};
/** A long name stands twice in the text, and is read again from each of the rows. */
const longNamed = (letters: number, rows: number) => {
  const name = "x".repeat(letters);
  return JSON.stringify([{ [name]: {}, named: [`$0:0:${name}`], rows: Array(rows).fill("$0:0:named") }]);
};
it.each([
  ["nothing", ""],
  ["half a text", '[{"key":'],
  ["no list", '{"key":1}'],
  ["a word", '"x"'],
  ["more arguments than any action has", JSON.stringify(Array(11).fill(1))],
  ["what nests without end", "[".repeat(500_000)],
  ["what nests far", "[".repeat(5_000) + "]".repeat(5_000)],
  ["more values than anybody types", `[[${"1,".repeat(300_000)}1]]`],
  ["another part, of which there is none", '["$1"]'],
  ["a place that is none", '["$0:0:x"]'],
  ["a place that every object has", '[{},"$0:0:constructor"]'],
  ["a place of every object's parent", '[{},"$0:0:__proto__"]'],
  ["itself", '[["$0:0"]]'],
  ["what doubles again and again", doubling(40)],
  ["a long text beside another value", JSON.stringify(["x".repeat(1_100_000), 1])],
  [
    "a list with a long text, read very often",
    JSON.stringify([{ a: ["x".repeat(60_000)], rows: Array(5_000).fill("$0:0:a") }]),
  ],
  [
    "a very long text, read very often",
    JSON.stringify([{ a: { s: "x".repeat(800_000) }, rows: Array(20_000).fill("$0:0:a") }]),
  ],
  ["a parent of its own", '[{"__proto__":{"a":1}},"$0:0:__proto__"]'],
  ["a promise", '["$@1"]'],
  ["a function of the server", '["$h1"]'],
  ["parts of a form", '["$K1"]'],
  ["bytes", '["$B1"]'],
  ["a stream", '["$R1"]'],
  ["what only a screen knows", '["$T"]'],
  ["a number of a thousand digits", `["$n${"9".repeat(1_000)}"]`],
  ["a number that is none", '["$nx"]'],
  ["a mark of byte order", '\uFEFF[{"key":"k"}]'],
  ["a place of a very long name, read three hundred times", longNamed(500_000, 300)],
  ["a place of a long name, read very often", longNamed(500, 10_000)],
  ["a very long word that only looks like a place", JSON.stringify(["$" + "0".repeat(300_000)])],
])("does not hand on %s", async (_, body) => {
  expect(isReadableCall(body)).toBe(false);
  expect(await isUnreadable(sent(body), page)).toBe(true);
});

const called = { "next-action": "a".repeat(42) };
const bordered = { "content-type": "multipart/form-data; boundary=b" };
const whole = '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--b--\r\n';
const withFile = () => {
  const made = form({ "0": '["$K1"]' });
  made.append("_1_file", new Blob(["x"]), "x.txt");
  return made;
};
it("hands on a call, a form's call and a form before its script is there", async () => {
  expect(await isUnreadable(sent('[{"key":"k"}]'), page)).toBe(false);
  const ofForm = form({ _1_membershipId: "x", _1_reason: 'hai\r\ndòng "và"\r\n\r\n--', "0": '["$K1"]' });
  expect(await isUnreadable(sent(ofForm), page)).toBe(false);
  expect(await isUnreadable(sent(whole, { ...called, ...bordered }), page)).toBe(false);
  const bare = form({ [`$ACTION_ID_${"a".repeat(42)}`]: "", email: "x" });
  expect(await isUnreadable(sent(bare, {}), page)).toBe(false);
  expect(await isUnreadable(sent(form({ reason: "for the file" }), {}), page)).toBe(false);
});

it.each<[string, BodyInit, Record<string, string>?]>([
  ["a form that says nothing of its call", form({ _1_x: "1" })],
  ["a form that calls nothing", form({ "0": '["$K2"]' })],
  ["a form with a mark of byte order in its call", form({ "0": '\uFEFF["$K1"]' })],
  ["a form with a mark of byte order in a name", form({ "\uFEFF0": '["$K1"]' })],
  ["a file in a form", withFile()],
  [
    "a form in letters that two readers read in two ways",
    '--b\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--b--\r\n',
    { ...called, "content-type": "multipart/form-data; boundary=b" },
  ],
  ["a form before whose parts something stands", "x" + whole, { ...called, ...bordered }],
  ["a form after whose parts something stands", whole + "x", { ...called, ...bordered }],
  [
    "a form with two borders",
    whole,
    { ...called, "content-type": "multipart/form-data; boundary=b; boundary=c" },
  ],
  ["a form that calls twice", form({ "0": '["$K1","$K1"]' })],
  ["a form in parts that nothing borders", whole, { ...called, "content-type": "multipart/form-data" }],
  ["a form with parts of its own", form({ "0": '["$K1"]', "2": "[1]" })],
  ["a form that binds", form({ $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"x"}' }), {}],
  ["a form for an action that cannot be", form({ "$ACTION_ID_../x": "" }), {}],
  [
    "a form of two actions",
    form({ [`$ACTION_ID_${"a".repeat(42)}`]: "", [`$ACTION_ID_${"b".repeat(42)}`]: "" }),
    {},
  ],
  [
    "a form of many parts",
    form(Object.fromEntries(Array.from({ length: 200 }, (__, n) => [`x${n}`, ""]))),
    {},
  ],
  ["parts without a border", "x", { "content-type": "multipart/form-data" }],
  ["parts that do not end", "--b\r\n", { "content-type": "multipart/form-data; boundary=b" }],
])("does not hand on %s", async (_, body, headers) => {
  expect(await isUnreadable(sent(body, headers), page)).toBe(true);
});

it.each(["", "constructor", "a".repeat(6_000), "A".repeat(42)])("knows no action %j", async (id) => {
  expect(await isUnreadable(sent("[]", { "next-action": id }), page)).toBe(true);
});

it("leaves files, data and what is only read to their own", async () => {
  expect(await isUnreadable(sent("--b", { "content-type": "multipart/form-data" }), "/api/files")).toBe(
    false,
  );
  expect(await isUnreadable(sent("x", {}), "/api/holds")).toBe(false);
  expect(await isUnreadable(new Request("http://portal.example/"), "/")).toBe(false);
});
