import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addCaseTargets } from "@/lib/cases/commands";
import { addTargetsInput } from "@/lib/cases/schema";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { itemsAtOnce } from "./item-page";

const added = 50;
const count = added + 2;
let scene: Scene;
let requestId: string;

beforeAll(async () => {
  scene = await setScene();
  const { version } = await asActor(scene.investigator, (tx) =>
    tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }),
  );
  await addCaseTargets(
    scene.investigator,
    addTargetsInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      version,
      targets: Array.from({ length: added }, (_, index) => ({
        kind: "bank_account",
        value: String(100_000_000_000 + Math.floor(Math.random() * 1e10) * 50 + index),
        institutionId: scene.bank.id,
      })),
    }),
  );
  requestId = (await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { overGround: "Theo sao kê." })))
    .requestId;
});
afterAll(closeDatabase);

const positions = (items: { position: number }[] | undefined) => items?.map(({ position }) => position);
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

it("gives its unit the targets of a large request in parts, and all of them when asked", async () => {
  const read = (asked?: number | "all") => getPoliceRequest(scene.investigator, requestId, "vi", asked);
  expect(positions((await read())?.items)).toEqual(from(1, itemsAtOnce));
  expect(positions((await read(2))?.items)).toEqual(from(itemsAtOnce + 1, count));
  expect(positions((await read(99))?.items)).toEqual(from(itemsAtOnce + 1, count));
  expect(positions((await read("all"))?.items)).toEqual(from(1, count));
  expect((await read())?.span).toMatchObject({ count, pages: 2 });
});

it("opens at the desk where the first target waits, and says how many wait elsewhere", async () => {
  const read = (asked?: number | "all") => getReceivedRequest(scene.liaison, requestId, asked);
  const first = await read();
  expect(positions(first?.items)).toEqual(from(1, itemsAtOnce));
  expect(first).toMatchObject({ openElsewhere: 2, proof: { genuine: true } });
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  for (const item of items.slice(0, itemsAtOnce))
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "NOT_FOUND" },
    });
  const after = await read();
  expect(positions(after?.items)).toEqual([51, 52]);
  expect(after?.openElsewhere).toBe(0);
  expect(await read(1)).toMatchObject({ openElsewhere: 2 });
  const police = await getPoliceRequest(scene.investigator, requestId, "vi", 2);
  expect(police?.answered).toHaveLength(itemsAtOnce);
  expect(police?.items.every(({ answeredAt }) => answeredAt === null)).toBe(true);
});
