/** What nobody types and somebody sends: one of these in the place of every value. */
export const badValues: readonly unknown[] = [
  null,
  undefined,
  true,
  "",
  " ",
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  "-50000000",
  "99999999999999999999999999",
  "1.234.567đ",
  "1,2 tỷ",
  "NaN",
  "x".repeat(100_000),
  "ă".repeat(100_000),
  "\u0000",
  "an\u0000other",
  "\ud800",
  "chữ\udfff lẻ",
  "\u202egpj.exe",
  "__proto__",
  "constructor",
  "2026-02-31T00:00:00Z",
  "0000-00-00T00:00:00Z",
  "99999-12-31T23:59:59Z",
  "31/02/2026",
  "'; drop table request; --",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}",
  "../../../../etc/passwd",
  "019e0000-0000-7000-8000-000000000000",
  "not-a-uuid",
  "１２３４５６７８９",
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { then: "not a promise" },
  { toString: 1, valueOf: 2 },
  JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  Array.from({ length: 5000 }, () => "đ"),
];

/** The same for an address: already written as it travels. */
export const badIds = [
  "not-a-uuid",
  "%00",
  "%ED%A0%80",
  "..%2F..%2Fetc%2Fpasswd",
  "__proto__",
  "constructor",
  "%25",
  "'%20or%201=1--",
  "-1",
  "0",
  "NaN",
  "%F0%9F%92%A9",
  "x".repeat(4000),
  "019e0000-0000-7000-8000-00000000000g",
];

/** Names that lists read from their address, with values that are none. */
export const badQueries = [
  ...[
    "status",
    "kind",
    "kindCode",
    "unit",
    "sort",
    "after",
    "before",
    "cursor",
    "open",
    "tab",
    "from",
    "to",
    "period",
    "actor",
    "type",
    "fraudType",
    "mine",
    "q",
    "overdue",
    "addressee",
    "organisation",
    "page",
  ].flatMap((name) => [
    `${name}=%00`,
    `${name}=${"9".repeat(300)}`,
    `${name}=a&${name}=b`,
    `${name}=eyJhIjoxfQ`,
    `${name}=2026-02-31`,
  ]),
  "__proto__=1&constructor=2",
  "%ED%A0%80=1",
  `x=${"y".repeat(6000)}`,
];

export type Mutant = { what: string; args: unknown[] };

/** Every value of an input replaced by every bad one, and a few whole inputs that are none. */
export function mutantsOf(input: unknown): Mutant[] {
  const whole = badValues.map((value, index) => ({ what: `whole input, value ${index}`, args: [value] }));
  const parts = pathsOf(input).flatMap((path) =>
    badValues.map((value, index) => ({
      what: `${path.join(".")}, value ${index}`,
      args: [replaced(input, path, value)],
    })),
  );
  return [{ what: "no input", args: [] }, { what: "two inputs", args: [input, input] }, ...whole, ...parts];
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...at, name])),
  ];
}

function replaced(value: unknown, [name, ...rest]: string[], by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}

/** Numbers between 0 and 1 that come again with the same seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
