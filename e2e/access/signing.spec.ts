import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { inParallel } from "../support/in-parallel";
import { everybody, type Who } from "./cast";
import { commandersOf, readersOfRequest } from "./rules";
import { walkers } from "./walk";
import { makeWorld, type WorldRequest } from "./world";

/** What becomes of a signature on another content than the request has: it never holds, and says why to whom it may. */
function expected(who: Who | null, request: WorldRequest): string {
  if (who === null) return "signed-out";
  if (!readersOfRequest(request).includes(who)) return "not-found";
  if (!commandersOf(request.of).includes(who)) return "not-allowed"; // the drafter too: four eyes
  return request.status === "PENDING_SIGNATURE" ? "changed-meanwhile" : "not-now";
}

test("only a commander of the unit who did not draft it gets as far as signing", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const world = await makeWorld();
  const people = await walkers(world, baseURL!);
  const pairs = people.flatMap((walker) => world.requests.map((request) => ({ walker, request })));
  const faults: string[] = [];
  await inParallel(pairs, 6, async ({ walker: { who, client }, request }) => {
    const { id: requestId, version } = request;
    const { result } = await client.act("signRequestsAction", {
      requests: [{ key: randomUUID(), requestId, version, contentHash: "0".repeat(64) }],
    });
    const [one] = (result?.data ?? []) as { ok: boolean; code?: string }[];
    const code = result?.ok ? (one?.ok ? "signed" : one?.code) : result?.code;
    if (code !== expected(who, request))
      faults.push(
        `${who ?? "anonymous"} on ${request.status} of ${request.of.unit}: ${code}, not ${expected(who, request)}`,
      );
  });
  expect(pairs.length).toBe((everybody.length + 1) * world.requests.length);
  expect(faults).toEqual([]);
});
