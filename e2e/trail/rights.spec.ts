import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { leaksIn, readersOfCase } from "../access/rules";
import { walkers } from "../access/walk";
import { makeWorld } from "../access/world";
import { inParallel } from "../support/in-parallel";
import { paths } from "@/lib/paths";

test("nobody takes out a trail that he may not read, and cannot tell it from one that is not there", async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const world = await makeWorld();
  const people = await walkers(world, baseURL!);
  const asks = people.flatMap((walker) =>
    world.cases.flatMap((found) => ["svg", "png", "xlsx"].map((format) => ({ walker, found, format }))),
  );
  const faults: string[] = [];
  await inParallel(asks, 6, async ({ walker: { who, client, forbidden }, found, format }) => {
    const ask = (id: string) =>
      client.send(paths.trailFile(id, format), {
        method: "POST",
        headers: { origin: baseURL!, "content-type": "application/json" },
        body: "{}",
      });
    const line = `${who ?? "anonymous"} ${format} ${found.unit}${found.restricted ? " restricted" : ""}`;
    const answer = await ask(found.id);
    for (const word of leaksIn(answer.body, forbidden)) faults.push(`${line}: shows ${word}`);
    if (who !== null && readersOfCase(found).includes(who)) {
      if (answer.status !== 200) faults.push(`${line}: ${answer.status}`);
      return;
    }
    const missing = await ask(randomUUID());
    if (answer.status !== missing.status || answer.body !== missing.body || answer.status < 400)
      faults.push(`${line}: ${answer.status}, not the answer of an unknown id`);
  });
  expect(faults).toEqual([]);
});
