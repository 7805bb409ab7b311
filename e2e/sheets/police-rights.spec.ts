import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import type { Who } from "../access/cast";
import { commandersOf, leaksIn, readersOfCase, workers } from "../access/rules";
import { walkers } from "../access/walk";
import { makeWorld, type WorldCase } from "../access/world";
import { inParallel } from "../support/in-parallel";

/** Whoever adds to the case: who stands on it, and who commands it. */
const fillers = (found: WorldCase): Who[] => [workers[found.unit], ...commandersOf(found)];
type Sent = RequestInit & { headers?: Record<string, string> };
/** A statement added to this case with its file, as a new act each time. */
const statement = (baseURL: string, caseId: string): Sent => {
  const form = new FormData();
  form.set("file", new File([`STK\n0071000123456\n${randomUUID()}`], "sao ke.csv"));
  const addition = {
    caseId,
    text: `thử quyền ${randomUUID()}`,
    targets: [{ kind: "domain", value: "vi-du.example" }],
  };
  form.set("input", JSON.stringify({ key: randomUUID(), addition, handIn: false }));
  return { method: "POST", headers: { origin: baseURL }, body: form };
};
const list = (baseURL: string): Sent => {
  const form = new FormData();
  form.set("file", new File(["STK\n0071000123456"], "ds.csv"));
  return { method: "POST", headers: { origin: baseURL }, body: form };
};

test("nobody takes out or reads in what he may not, and cannot tell a case of others from one that is not there", async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const world = await makeWorld();
  const people = await walkers(world, baseURL!);
  const addresses: {
    name: string;
    path: (id: string) => string;
    send?: (id: string) => Sent;
    may: typeof fillers;
  }[] = [
    { name: "template", path: (id) => paths.caseTargetsFile(id), may: fillers },
    { name: "list in", path: (id) => paths.caseTargetsFile(id), send: () => list(baseURL!), may: fillers },
    { name: "list out", path: (id) => paths.requestBook(`view=all&case=${id}`), may: readersOfCase },
    {
      name: "statement in",
      path: () => paths.filedStatement,
      send: (id) => statement(baseURL!, id),
      may: fillers,
    },
    {
      name: "holds out",
      path: (id) => paths.holdBook(`case=${id}`),
      send: () => ({ method: "POST", headers: { origin: baseURL! }, body: new FormData() }),
      may: readersOfCase,
    },
    { name: "page", path: (id) => paths.requestSheet(`view=all&case=${id}`), may: readersOfCase },
  ];
  const asks = people.flatMap((walker) =>
    world.cases.flatMap((found) => addresses.map((address) => ({ walker, found, address }))),
  );
  const faults: string[] = [];
  await inParallel(asks, 6, async ({ walker: { who, client, forbidden }, found, address }) => {
    const ask = (id: string) => client.send(address.path(id), address.send?.(id) ?? {});
    const line = `${who ?? "anonymous"} ${address.name} ${found.unit}${found.restricted ? " restricted" : ""}`;
    const answer = await ask(found.id);
    for (const word of leaksIn(answer.body, forbidden)) faults.push(`${line}: shows ${word}`);
    if (who !== null && address.may(found).includes(who)) {
      // A case may have no request and no hold yet: then there is nothing to take.
      if (![200, ...(address.name.endsWith(" out") ? [409] : [])].includes(answer.status))
        faults.push(`${line}: ${answer.status}`);
      return;
    }
    // Whoever reads the case and does not stand on it is told so.
    const isReader = who !== null && readersOfCase(found).includes(who);
    if (address.name === "statement in" && isReader && answer.status === 403) return;
    const missing = await ask(randomUUID());
    if (answer.status !== missing.status || (address.name !== "page" && answer.body !== missing.body))
      faults.push(`${line}: ${answer.status}, not the answer of an unknown id`);
    if (address.name !== "page" && answer.status < 400) faults.push(`${line}: ${answer.status}`);
  });
  expect(faults).toEqual([]);
});
