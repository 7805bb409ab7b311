import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import type { Outcome } from "@/lib/generated/prisma/enums";
import { acceptAnswer } from "@/lib/requests/commands";
import { columnsOf, type KindCode, kindCodes, kindOf } from "@/lib/requests/kinds";
import { isGenuine } from "@/lib/requests/signing/envelope";
import {
  answerOf,
  contextOf,
  makeAnswerFile,
  makeAsked,
  makeHeld,
  makeSentOf,
  makeTargets,
} from "@/prisma/factories/kinds";
import { sampleAnswer } from "@/prisma/factories/kind-samples";
import { makeOrganisation } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";

afterAll(closeDatabase);

/** One request of a kind, from its draft to the accepted answer, with one target for each outcome of the kind. */
async function walk(kindCode: KindCode, isWhole = true) {
  const kind = kindOf(kindCode);
  const scene = await setScene();
  const asked = await makeAsked(kindCode);
  const targets = await makeTargets(scene, kindCode, kind.outcomes.length, asked.organisation);
  const parentId = kind.needsParent.length > 0 ? await makeHeld(scene, asked, targets) : undefined;
  const { requestId } = await makeSentOf(scene, kindCode, asked, targets, {
    parentId,
    // All of a hold is let go; a part of it has tests of its own.
    target: kindCode === "ACCOUNT_UNFREEZE" ? { partAmount: undefined } : {},
  });
  const file = await makeAnswerFile(asked, requestId, scene.caseId);
  const other = await makeOrganisation(kind.addressees[0]!, { provinceCode: null });
  const context = { ...contextOf(scene, [file]), organisationId: other.id };
  const items = await itemsOf(requestId);
  const said: { outcome: string; itemId: string }[] = [];
  for (const [index, outcome] of kind.outcomes.entries()) {
    const answer = {
      ...sampleAnswer(kindCode, outcome, context),
      ...(isWhole ? {} : leftEmpty(kindCode, outcome)),
    };
    const until = parentId && (await holdOf(parentId, items[index]!.value))!.untilAt!;
    if (kindCode === "HOLD_EXTENSION" && until && "until" in answer)
      Object.assign(answer, { until: new Date(until.getTime() + 3_600_000).toISOString() });
    await answerOf(asked, items[index]!, answer);
    said.push({ outcome, itemId: items[index]!.id });
  }
  const { version, status } = await rowOf(requestId);
  expect(status).toBe("ANSWERED");
  const { status: last } = await acceptAnswer(scene.investigator, { key: randomUUID(), requestId, version });
  expect(last).toBe("ACCEPTED");
  return { scene, asked, requestId, parentId, items, said };
}

/** Every text that may stay empty as a form sends it: an empty string. */
const leftEmpty = (kindCode: KindCode, outcome: Outcome) =>
  Object.fromEntries(
    columnsOf(kindCode, outcome)
      .filter(({ required, type }) => !required && (type === "text" || type === "longText"))
      .map(({ key }) => [key, ""]),
  );

const holdOf = (requestId: string, account: string) =>
  asSystem((tx) => tx.hold.findFirst({ where: { requestId, account }, orderBy: { fromAt: "desc" } }));

describe.each(kindCodes)("%s", (kindCode) => {
  it("goes from its draft to an accepted answer with every outcome, and does what it says", async () => {
    const { requestId, parentId, said } = await walk(kindCode);
    const kind = kindOf(kindCode);
    expect(
      await asSystem(async (tx) =>
        isGenuine(tx, await tx.request.findUniqueOrThrow({ where: { id: requestId } })),
      ),
    ).toBe(true);
    for (const item of await itemsOf(requestId)) {
      const { outcome } = said.find(({ itemId }) => itemId === item.id)!;
      expect(item.outcome).toBe(outcome);
      // Every field that was filled in is kept, under the name of its column.
      expect(Object.keys(item.answer as object).sort()).toEqual(
        ["outcome", ...columnsOf(kindCode, outcome).map(({ key }) => key)].sort(),
      );
      const transfers = await asSystem((tx) => tx.transfer.count({ where: { itemId: item.id } }));
      const told = (item.answer as { transfers?: unknown[] }).transfers?.length ?? 0;
      expect(transfers).toBe(told);
      const hold = await asSystem((tx) => tx.hold.findFirst({ where: { itemId: item.id } }));
      expect(hold !== null).toBe(kind.hold !== null && outcome === "HELD");
      if (parentId) {
        const kept = (await holdOf(parentId, item.value))!;
        expect(kept.releaseReason).toBe(
          kindCode === "ACCOUNT_UNFREEZE" && outcome === "DONE" ? "unfrozen" : null,
        );
      }
    }
    const row = await rowOf(requestId);
    expect(row.details === null).toBe(kind.details.request.length === 0);
  });
});

it.each(kindCodes)(
  "%s takes an answer whose texts were left empty, and keeps nothing of them",
  async (kindCode) => {
    const { requestId, said } = await walk(kindCode, false);
    for (const item of await itemsOf(requestId)) {
      const { outcome } = said.find(({ itemId }) => itemId === item.id)!;
      const empty = Object.keys(leftEmpty(kindCode, outcome as Outcome));
      for (const key of empty) expect(item.answer).not.toHaveProperty(key);
    }
  },
);
