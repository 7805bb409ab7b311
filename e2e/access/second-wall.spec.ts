import { expect, test } from "@playwright/test";
import { WebProcess } from "../support/server";
import { readersOfRequest } from "./rules";
import { Findings, oneOfEach, walkers, walkPages } from "./walk";
import { walkActions } from "./walk-actions";
import { makeWorld } from "./world";

/** The same build with the application's own filter taken away: row-level security alone must let nothing through. */
const web = new WebProcess(Number(process.env.E2E_PORT || 3200) + 1, { AUTHZ_APP: "off", LACHAN_TEST: "1" });
test.afterAll(() => web.kill());

test("with the application's filter off, the database alone lets nothing through", async () => {
  test.setTimeout(600_000);
  await web.start();
  const whole = await makeWorld();
  // One request of each kind of relation is enough here: the wall does not know statuses beyond "issued or not".
  const kept = oneOfEach(whole.requests);
  const world = { ...whole, requests: kept };
  expect(new Set(kept.map((request) => readersOfRequest(request).join())).size).toBeGreaterThanOrEqual(5);
  const people = await walkers(world, web.origin);
  const findings = new Findings();
  await walkPages(world, people, findings, [
    "/",
    "/cases",
    "/cases/[id]",
    "/requests",
    "/requests/[id]",
    "/requests/[id]/letter",
    "/queue",
    "/queue/answered",
    "/notified",
    "/signing",
    "/province",
    "/audit",
  ]);
  await walkActions(world, people, findings, ["findInQueueAction", "markOpenedAction"]);
  console.log(`second wall alone: ${findings.asked} combinations, ${findings.leaks.length} leaks`);
  expect.soft(findings.leaks, "leaks").toEqual([]);
  expect(findings.broken, "answers of 500 or unexpected").toEqual([]);
});
