import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asActor, asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { report } from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";
import { Client } from "../support/http";
import { WebProcess } from "../support/server";
import { cookieOf } from "../support/session";

const submissions = 500;
const kills = 10;
const web = new WebProcess(Number(process.env.E2E_PORT || 3200) + 2);
test.afterAll(() => web.kill());

test(`${submissions} submissions survive ${kills} times kill −9: nothing acknowledged is lost, nothing is there twice`, async () => {
  test.setTimeout(600_000);
  const bank = await makeOrganisation("bank", { provinceCode: null });
  const desks = await Promise.all(Array.from({ length: 6 }, () => deskOf(bank)));
  await web.start();

  let acknowledged = 0;
  let isOver = false;
  const killer = (async () => {
    for (let done = 1; done <= kills; done++) {
      // The next blow falls when its share of the work is done, in the middle of whatever is under way.
      while (acknowledged < (submissions * done) / (kills + 1) && !isOver) await sleep(5);
      await web.kill();
      await web.start();
    }
  })();
  const requestIds: string[] = [];
  const lanes = desks.map(async (desk, lane) => {
    for (let index = lane; index < submissions; index += desks.length) {
      const client = new Client(web.origin, desk.cookie);
      const draft = await untilAcknowledged(client, "saveDraftAction", {
        ...desk.draft,
        key: randomUUID(),
        grounds: `Đơn số ${index} của lượt thử ngắt điện.`,
      });
      await untilAcknowledged(client, "submitRequestAction", {
        key: randomUUID(),
        requestId: draft.requestId,
        version: draft.version,
      });
      requestIds.push(draft.requestId);
      acknowledged++;
    }
  });
  await Promise.all(lanes).finally(() => (isOver = true));
  await killer;

  const caseIds = desks.map(({ caseId }) => caseId);
  const { stored, events } = await asSystem(async (tx) => ({
    stored: await tx.request.findMany({
      where: { caseId: { in: caseIds } },
      select: { id: true, code: true, grounds: true, status: true },
    }),
    events: await tx.event.findMany({
      where: { caseId: { in: caseIds }, type: { in: ["request.drafted", "request.submitted"] } },
      select: { requestId: true, type: true },
    }),
  }));
  expect(new Set(requestIds).size, "acknowledged once each").toBe(submissions);
  const lost = requestIds.filter(
    (id) => stored.find((request) => request.id === id)?.status !== "PENDING_SIGNATURE",
  );
  expect(lost, "acknowledged and lost").toEqual([]);
  expect(stored.length - new Set(stored.map(({ grounds }) => grounds)).size, "there twice").toBe(0);
  expect(stored).toHaveLength(submissions);
  expect(events.length, "one line of each kind in the record").toBe(2 * submissions);
  expect(new Set(events.map(({ requestId, type }) => `${requestId} ${type}`)).size).toBe(2 * submissions);
});

/** An investigator with a case of his own, signed in, and what he drafts again and again. */
async function deskOf(bank: { id: string }) {
  // A unit of its own: the record is one chain per unit, so that desks do not wait for one another.
  const police = await makeOrganisation("police", { specialisedCyber: true });
  const investigator = await makePerson("investigator", police);
  const { caseId } = await openCase(investigator, caseInput.parse(report(bank.id)));
  const target = await asActor(investigator, (tx) =>
    tx.target.findFirstOrThrow({ where: { caseId, kind: "bank_account" } }),
  );
  const draft = {
    caseId,
    kindCode: "ACCOUNT_SUSPEND",
    addresseeOrgId: bank.id,
    urgency: "urgent",
    legalBases: basesOf.ACCOUNT_SUSPEND,
    targets: [{ targetId: target.id, disputedAmount: "1000000" }],
  };
  return { caseId, cookie: await cookieOf(investigator), draft };
}

/** Sends the same act with the same key until an answer says that it is done: what a person's browser does when the line is cut. */
async function untilAcknowledged(
  client: Client,
  name: string,
  input: object,
): Promise<{ requestId: string; version: number }> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(100)) {
    const answer = await client.act(name, input).catch(() => undefined);
    if (answer?.result?.ok) return answer.result.data as { requestId: string; version: number };
    if (answer?.result && answer.result.code !== "unavailable" && answer.result.code !== "unexpected")
      throw new Error(`${name}: ${answer.result.code}`);
  }
  throw new Error(`${name}: no answer within a minute`);
}
