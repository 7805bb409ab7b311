import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { killSenders } from "./kill-senders";

afterAll(closeDatabase);

it("loses nothing and keeps each request's order when senders are killed and the receiver is away for a while", async () => {
  const outcome = await killSenders({
    requests: 20,
    wordsEach: 4,
    senders: 2,
    kills: 4,
    downMs: 1_000,
    hurry: true,
    patienceMs: 45_000,
  });
  expect(outcome).toMatchObject({ planned: 80, lost: 0, outOfOrder: 0, kills: 4 });
}, 90_000);
