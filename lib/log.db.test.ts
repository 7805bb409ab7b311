import { randomUUID } from "node:crypto";
import { afterAll, expect, it, vi } from "vitest";
import { refusal } from "@/lib/action";
import { correlated } from "@/lib/correlation";
import { asSystem, closeDatabase } from "@/lib/db";
import { makeDraft, makeAcknowledged, setScene } from "@/prisma/factories/scene";

/** What the process writes, whoever writes it. */
const written: string[] = [];
vi.mock("pino", () => {
  const line = (level: string) => (fields: object, message: string) =>
    void written.push(JSON.stringify({ level, ...fields, message }));
  return {
    default: ({ mixin }: { mixin: () => object }) => {
      const log = (level: string) => (fields: object, message: string) =>
        line(level)({ ...mixin(), ...fields }, message);
      return { info: log("info"), warn: log("warn"), error: log("error") };
    },
  };
});
afterAll(closeDatabase);

it("writes no personal data into the log, whatever fails, and the number of the request into each line", async () => {
  const scene = await setScene();
  await makeAcknowledged(scene);
  const draft = await makeDraft(scene);
  const victim = await asSystem((tx) => tx.victim.findFirstOrThrow({ where: { caseId: scene.caseId } }));
  const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: draft.requestId } }));
  const marked = [victim.fullName, ...items.map(({ value }) => value)];
  // Each quotes what it was about in its own words, as PostgreSQL and a parser do.
  const failures = [
    Object.assign(new Error(`Key (account)=(${marked.join()}) already exists`), {
      code: "23514",
      detail: marked.join(),
    }),
    new SyntaxError(`Unexpected token in "${marked.join()}"`),
    await asSystem((tx) => tx.victim.create({ data: { ...victim, id: "not-an-id" } as never })).catch(
      (error: unknown) => error,
    ),
  ];
  const number = randomUUID();
  for (const failure of failures)
    expect(correlated(number, () => refusal(failure))).toMatchObject({ ok: false, correlationId: number });
  expect(written).toHaveLength(failures.length);
  for (const line of written) {
    expect(line).toContain(number);
    for (const value of marked) expect(line).not.toContain(value);
  }
});
