import { expect, test } from "@playwright/test";
import { builtActions } from "../support/build";
import { actionRules } from "./rules-actions";
import { Findings, walkers, walkPages } from "./walk";
import { walkActions } from "./walk-actions";
import { makeWorld } from "./world";

test("nobody learns or does over HTTP what the rules do not give him", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const world = await makeWorld();
  const people = await walkers(world, baseURL!);
  const findings = new Findings();
  await test.step("every address as everybody", () => walkPages(world, people, findings));
  const names = builtActions()
    .map(({ name }) => name)
    .filter((name) => name in actionRules);
  await test.step("every action on every record as everybody", () =>
    walkActions(world, people, findings, names));
  test.info().annotations.push({ type: "combinations", description: String(findings.asked) });
  console.log(
    `rights matrix: ${findings.asked} combinations, ${findings.leaks.length} leaks, ${findings.wrongDenials.length} wrong denials`,
  );
  expect.soft(findings.leaks, "leaks").toEqual([]);
  expect.soft(findings.wrongDenials, "wrong denials").toEqual([]);
  expect.soft(findings.broken, "answers of 500 or unexpected").toEqual([]);
  expect(findings.asked).toBeGreaterThanOrEqual(2000);
});
