import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { officeTexts } from "@/lib/files/office-text";
import { inspect } from "@/lib/files/inspect";
import { answerItem } from "@/lib/requests/desk/answers";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/access/current-actor", () => ({ currentActor: async () => signedIn.actor }));
const letterFile = (await import("@/app/(portal)/requests/[id]/letter/file/route")).GET;
const minutesFile = (await import("@/app/(portal)/requests/[id]/minutes/file/route")).GET;
const bundle = (await import("@/app/(portal)/cases/[id]/bundle/route")).GET;

let scene: Scene;
let stranger: Scene;
beforeAll(async () => {
  [scene, stranger] = [await setScene({ provinceCode: "U2" }), await setScene()];
});
afterAll(closeDatabase);

type Handler = typeof letterFile;
async function take(handler: Handler, actor: Actor | null, id: string, query = "") {
  signedIn.actor = actor;
  const response = await handler(new Request(`http://localhost/x${query}`), {
    params: Promise.resolve({ id }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: new Map(response.headers), bytes };
}
const exportsOf = (actor: Actor, requestId: string) =>
  asActor(actor, (tx) => tx.exportRecord.findMany({ where: { requestId }, orderBy: { madeAt: "asc" } }));
const prosecutor = () => makePerson("prosecutor", scene.procuracy);

describe("the letter of a request as a file", () => {
  it("is a PDF to be kept, whose bytes stand in the record", async () => {
    const { requestId } = await issue(scene, await makeDraft(scene));
    const { status, headers, bytes } = await take(letterFile, scene.liaison, requestId, "?type=pdf");
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="\d+-CV-[A-Z0-9]+\.pdf"/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
    const [line, ...more] = await exportsOf(scene.liaison, requestId);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ kind: "letter_pdf", rowCount: 2 });
    expect(line!.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.toString("latin1")).toContain(line!.number);
  });

  it("is a Word file that our own examination takes, with every word of it", async () => {
    const { requestId } = await issue(scene, await makeDraft(scene));
    const { bytes } = await take(letterFile, scene.commander, requestId, "?type=docx");
    expect(inspect("van-ban.docx", bytes)).toMatchObject({ ok: true });
    const words = [...officeTexts(bytes)].join("\n");
    const { checkCode, documentNumber } = await rowOf(requestId);
    for (const said of ["Độc lập - Tự do - Hạnh phúc", `Số: ${documentNumber!}`, checkCode!.slice(0, 5)])
      expect(words).toContain(said);
  });

  it("is not found for whoever may not read the request, as one that does not exist", async () => {
    const sent = await issue(scene, await makeDraft(scene));
    const draft = await makeDraft(scene);
    const missing = await take(letterFile, scene.commander, randomUUID());
    expect(missing.status).toBe(404);
    const others = [
      stranger.commander,
      stranger.liaison,
      scene.telecomLiaison,
      await makePerson("admin", scene.police),
    ];
    for (const actor of [null, ...others]) {
      expect(await take(letterFile, actor, sent.requestId)).toEqual(missing);
      expect(await take(letterFile, actor, draft.requestId)).toEqual(missing);
    }
    expect(await take(letterFile, scene.liaison, draft.requestId)).toEqual(missing);
    expect(await take(letterFile, scene.commander, "../../secrets")).toEqual(missing);
    expect((await take(letterFile, scene.investigator, draft.requestId)).status).toBe(200);
    expect(await asSystem((tx) => tx.exportRecord.count({ where: { requestId: sent.requestId } }))).toBe(0);
  });
});

describe("the minutes of a freeze", () => {
  it("are made from the answer, for the two sides alone", async () => {
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    expect((await take(minutesFile, scene.commander, requestId)).status).toBe(409);
    const [item] = await asSystem((tx) =>
      tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
    );
    const transfer = {
      at: new Date(Date.now() - 3_600_000).toISOString(),
      amount: "20000000",
      toInstitutionId: scene.bank.id,
    };
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item!.id,
      itemVersion: item!.version,
      answer: {
        outcome: "HELD",
        amount: "30000000",
        minutesNumber: "07/BB-TEST",
        transfers: [{ ...transfer, toAccount: "19036688990011", toName: "TRAN VAN BINH" }],
      },
    });
    for (const actor of [scene.commander, scene.liaison]) {
      const { status, bytes, headers } = await take(minutesFile, actor, requestId, "?type=docx");
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toContain("bien-ban-07-BB-TEST.docx");
      const words = [...officeTexts(bytes)].join("\n");
      for (const said of [
        "BIÊN BẢN",
        "30.000.000",
        "19036688990011",
        "TRAN VAN BINH",
        "20.000.000",
        scene.bank.name,
      ])
        expect(words).toContain(said);
    }
    expect((await take(minutesFile, scene.commander, requestId)).bytes.subarray(0, 5).toString()).toBe(
      "%PDF-",
    );
    for (const actor of [await prosecutor(), stranger.commander, scene.telecomLiaison])
      expect((await take(minutesFile, actor, requestId)).status).toBe(404);
  });

  it("do not exist for a request that is no freeze", async () => {
    const { requestId } = await makeAcknowledged(scene);
    expect((await take(minutesFile, scene.commander, requestId)).status).toBe(404);
  });
});

describe("the bundle of a case", () => {
  it("is for whoever reads the case, and says no when nothing is signed", async () => {
    const own = await setScene();
    await makeDraft(own);
    expect((await take(bundle, own.commander, own.caseId)).status).toBe(409);
    await issue(own, await makeDraft(own));
    await issue(own, await makeDraft(own, "SUBSCRIBER_INFO"));
    const { status, bytes } = await take(bundle, own.investigator, own.caseId);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const line = await asActor(own.investigator, (tx) =>
      tx.exportRecord.findFirst({ where: { caseId: own.caseId } }),
    );
    expect(line).toMatchObject({ kind: "case_bundle", rowCount: 3, requestId: null });
    for (const actor of [null, own.liaison, stranger.commander])
      expect((await take(bundle, actor, own.caseId)).status).toBe(404);
  });
});
