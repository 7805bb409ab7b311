import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { submitRequest } from "@/lib/requests/commands";
import { getLetter } from "@/lib/requests/letters/queries";
import { getSigningStack } from "@/lib/requests/signing/queries";
import { type Asked, makeAsked, makeDraftOf, makeTargets } from "@/prisma/factories/kinds";
import { type Scene, setScene } from "@/prisma/factories/scene";

let scene: Scene;
let asked: Asked;
let targets: string[];
beforeAll(async () => {
  [scene, asked] = [await setScene(), await makeAsked("WARNING_MESSAGE")];
  targets = await makeTargets(scene, "WARNING_MESSAGE", 1, asked.organisation);
});
afterAll(closeDatabase);

const draft = (legalBases: string[]) => makeDraftOf(scene, "WARNING_MESSAGE", asked, targets, { legalBases });
const handIn = (made: { requestId: string; version: number }) =>
  submitRequest(scene.investigator, {
    key: randomUUID(),
    requestId: made.requestId,
    version: made.version,
  });

it("does not draft a kind without a basis in the register unless its drafter states one", async () => {
  await expect(draft([])).rejects.toMatchObject({ details: { fields: { legalBases: "required" } } });
});

it("tells the signer that the basis is the drafter's own, and writes it into the letter as it was stated", async () => {
  const stated = "Kế hoạch số 12 của đơn vị: cảnh báo người dân";
  const made = await draft([stated]);
  await handIn(made);
  const { card } = await getSigningStack(scene.commander, made.requestId, "vi");
  expect(card).toMatchObject({ basis: "stated", legalBases: [{ id: stated, cited: stated }] });
  const letter = await getLetter(scene.commander, made.requestId);
  expect(letter!.legalBases.map(({ cited }) => cited.vi)).toEqual([stated]);
});

it("does not hand in a draft that lies there without any basis", async () => {
  const made = await draft(["Kế hoạch số 12"]);
  await asSystem((tx) =>
    statement(tx, "update request set legal_bases = '{}' where id = $1", [made.requestId]),
  );
  await expect(handIn(made)).rejects.toMatchObject({ details: { fields: { legalBases: "required" } } });
});
