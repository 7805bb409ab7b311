import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseFilter } from "@/lib/cases/filter";
import { listCases, listMyCases } from "@/lib/cases/list";
import { getCase, getCaseFormOptions } from "@/lib/cases/queries";
import { asSystem, closeDatabase } from "@/lib/db";
import { getCaseLedger } from "@/lib/money/queries";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { answerItem } from "@/lib/requests/desk/answers";
import { askClarification } from "@/lib/requests/commands";
import { getDraftOptions, getDraftToEdit } from "@/lib/requests/drafting/queries";
import { listAsked, listDebts, listDrafts, listToAccept } from "./waiting";
import { policeRequestFilter } from "./filter";
import { listRequestsOfCase } from "./list-of-case";
import { countPoliceRequests, listAddressees, listPoliceRequests } from "./list";
import { getPoliceRequest } from "./queries";

let scene: Scene;
let stranger: Scene;
let answered: string;
beforeAll(async () => {
  scene = await setScene();
  stranger = await setScene();
  ({ requestId: answered } = await makeAcknowledged(scene));
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId: answered }, orderBy: { position: "asc" } }),
  );
  await answerItem(scene.liaison, {
    key: randomUUID(),
    requestId: answered,
    itemId: items[0]!.id,
    itemVersion: 1,
    answer: { outcome: "HELD", amount: "40000000" },
  });
  const cashOuts = [{ amount: "50000000", at: new Date().toISOString(), channel: "atm", place: "Hà Nội" }];
  await answerItem(scene.liaison, {
    key: randomUUID(),
    requestId: answered,
    itemId: items[1]!.id,
    itemVersion: 1,
    answer: { outcome: "CASHED_OUT", cashOuts },
  });
});
afterAll(closeDatabase);
const filter = (query: object = {}) => policeRequestFilter.parse(query);

describe("what the unit reads", () => {
  it("lists its cases and nobody else's, however they are filtered", async () => {
    for (const query of [
      {},
      { mine: "1" },
      { sort: "loss" },
      { status: "RECEIVED" },
      { fraudType: "DEEPFAKE_VIDEO_CALL" },
    ]) {
      const { rows } = await listCases(scene.investigator, caseFilter.parse(query), "vi");
      expect(rows.map(({ id }) => id)).toEqual([scene.caseId]);
    }
    expect((await listMyCases(scene.investigator, "vi")).total).toBe(1);
    expect((await listCases(scene.liaison, caseFilter.parse({}), "vi")).rows).toEqual([]);
  });

  it("opens a case for its unit and for nobody else", async () => {
    expect(await getCase(scene.investigator, scene.caseId, "vi")).toMatchObject({
      id: scene.caseId,
      may: { edit: true, appoint: false },
    });
    for (const actor of [stranger.investigator, scene.liaison, await makePerson("leader", scene.police)])
      expect(await getCase(actor, scene.caseId, "vi")).toBeNull();
  });

  it("balances the ledger from what was answered", async () => {
    const ledger = await getCaseLedger(scene.investigator, scene.caseId);
    expect(ledger).toMatchObject({
      reported: "100000000",
      held: "40000000",
      cashedOut: "50000000",
      movedOnPending: "0",
      unexplained: "10000000",
      heldBeyondTrail: "0",
    });
    expect((await getCaseLedger(stranger.investigator, scene.caseId)).reported).toBe("0");
  });

  it("shows a request to each side as that side, and to a stranger not at all", async () => {
    expect(await getPoliceRequest(scene.investigator, answered, "vi")).toMatchObject({
      status: "ANSWERED",
      heldAmount: "40000000",
      offers: ["accept", "sendBack"],
    });
    expect(await getPoliceRequest(scene.liaison, answered, "vi")).toBeNull();
    expect(await getPoliceRequest(stranger.investigator, answered, "vi")).toBeNull();
  });

  it("puts on the desk what waits for those who work on it", async () => {
    expect((await listToAccept(scene.investigator)).rows.map(({ id }) => id)).toEqual([answered]);
    expect((await listToAccept(await makePerson("investigator", scene.police))).total).toBe(0);
    expect((await listToAccept(scene.commander)).total).toBe(0);
    const draft = await makeDraft(scene);
    expect((await listDrafts(scene.investigator)).rows.map(({ id }) => id)).toContain(draft.requestId);
    expect((await listDrafts(scene.commander)).total).toBe(0);
    const sent = await issue(scene, draft);
    expect(await listDebts(scene.investigator)).toMatchObject([{ id: scene.bank.id, open: 1, overdue: 0 }]);
    await askClarification(scene.liaison, {
      key: randomUUID(),
      requestId: sent.requestId,
      version: sent.version,
      reason: "Số tài khoản có 11 hay 12 chữ số?",
    });
    expect((await listAsked(scene.investigator)).rows).toMatchObject([
      { id: sent.requestId, question: "Số tài khoản có 11 hay 12 chữ số?" },
    ]);
    expect(await countPoliceRequests(scene.investigator)).toMatchObject({
      open: 1,
      answered: 1,
      draft: 0,
      signing: 0,
    });
    expect((await listAddressees(scene.investigator)).map(({ id }) => id)).toEqual([scene.bank.id]);
    expect((await listRequestsOfCase(scene.investigator, scene.caseId)).map(({ id }) => id)).toEqual([
      sent.requestId,
      answered,
    ]);
    expect(await listRequestsOfCase(stranger.investigator, scene.caseId)).toEqual([]);
  });

  it("filters by every column, and shows a stranger none of it", async () => {
    const all = await listPoliceRequests(scene.investigator, filter({ view: "all" }));
    expect(all.rows.map(({ id }) => id)).toContain(answered);
    for (const query of [
      { view: "done" },
      { view: "open", overdue: "1" },
      { view: "all", mine: "1", kind: "ACCOUNT_SUSPEND", addressee: scene.bank.id },
      { view: "all", after: "nonsense" },
    ]) {
      const { rows } = await listPoliceRequests(stranger.investigator, filter(query));
      expect(rows).toEqual([]);
    }
  });

  it("offers the drafter the case's own targets and nothing to a stranger", async () => {
    const options = await getDraftOptions(scene.investigator, scene.caseId, "vi");
    expect(
      options!.targets
        .filter(({ institutionId }) => institutionId === scene.bank.id)
        .map(({ paidIn }) => paidIn),
    ).toEqual(["50000000", "50000000"]);
    expect(options!.kinds.find(({ code }) => code === "ACCOUNT_FREEZE")!.fits).toBe(false);
    expect(await getDraftOptions(stranger.investigator, scene.caseId, "vi")).toBeNull();
    expect(await getDraftOptions(await makePerson("analyst", scene.police), scene.caseId, "vi")).toBeNull();
    const draft = await makeDraft(scene);
    expect(await getDraftToEdit(scene.investigator, draft.requestId)).toMatchObject({
      requestId: draft.requestId,
      version: 1,
    });
    expect(await getDraftToEdit(scene.investigator, answered)).toBeNull();
    expect(await getDraftToEdit(stranger.investigator, draft.requestId)).toBeNull();
    expect((await getCaseFormOptions(scene.investigator, "en")).institutions.length).toBeGreaterThan(10);
  });
});
