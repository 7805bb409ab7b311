import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { officeTexts } from "@/lib/files/office-text";
import { inspect } from "@/lib/files/inspect";
import { answerItem } from "@/lib/requests/desk/answers";
import { getLetter } from "@/lib/requests/letters/queries";
import { exportBundle } from "./export-bundle";
import { exportLetter, exportMinutes } from "./export-letter";
import type { PaperType } from "./file-names";
import type { Download } from "@/lib/files/download";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";

let scene: Scene;
let stranger: Scene;
beforeAll(async () => {
  [scene, stranger] = [await setScene({ provinceCode: "U2" }), await setScene()];
});
afterAll(closeDatabase);

const letterFile = (actor: Actor, id: string, type: PaperType = "pdf") => exportLetter(actor, id, type);
const minutesFile = (actor: Actor, id: string, type: PaperType = "pdf") => exportMinutes(actor, id, type);
/** The file, or the code of the refusal. */
const take = (made: Promise<Download>) =>
  made.then(
    ({ name, mediaType, bytes }) => ({ name, mediaType, bytes: Buffer.from(bytes) }),
    ({ code }: { code: string }) => ({ name: code, mediaType: "", bytes: Buffer.alloc(0) }),
  );
const begins = (bytes: Buffer) => bytes.subarray(0, 5).toString();
const exportsOf = (actor: Actor, requestId: string) =>
  asActor(actor, (tx) => tx.exportRecord.findMany({ where: { requestId }, orderBy: { madeAt: "asc" } }));

describe("the letter of a request as a file", () => {
  it("is a PDF whose bytes stand in the record", async () => {
    const { requestId } = await issue(scene, await makeDraft(scene));
    const { name, bytes } = await take(letterFile(scene.liaison, requestId));
    expect(begins(bytes)).toBe("%PDF-");
    expect(name).toMatch(/^\d+-CV-[A-Z0-9]+\.pdf$/);
    const [line, ...more] = await exportsOf(scene.liaison, requestId);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ kind: "letter_pdf", rowCount: 2 });
    expect(line!.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.toString("latin1")).toContain(line!.number);
  });

  it("is a Word file that our own examination takes, with every word of it", async () => {
    const { requestId } = await issue(scene, await makeDraft(scene));
    const { bytes } = await take(letterFile(scene.commander, requestId, "docx"));
    expect(inspect("van-ban.docx", bytes)).toMatchObject({ ok: true });
    const words = [...officeTexts(bytes)].join("\n");
    const { checkCode, documentNumber } = await rowOf(requestId);
    for (const said of ["Độc lập - Tự do - Hạnh phúc", `Số: ${documentNumber!}`, checkCode!.slice(0, 5)])
      expect(words).toContain(said);
  });

  it("names to its bank when what was paid into each of the accounts", async () => {
    const { requestId } = await issue(scene, await makeDraft(scene));
    const letter = await getLetter(scene.liaison, requestId);
    const payments = await asActor(scene.investigator, (tx) =>
      tx.payment.findMany({ where: { caseId: scene.caseId } }),
    );
    expect(letter!.items.map(({ paidIn }) => paidIn)).toEqual(
      letter!.items.map(({ display }) =>
        payments
          .filter(({ toAccount }) => toAccount === display.replace(/\s/g, ""))
          .map(({ at, amount }) => ({ at: at.toISOString(), amount: amount.toString() })),
      ),
    );
    expect(letter!.items.map(({ paidIn }) => paidIn.length)).toEqual([1, 1]);
    const toPhone = await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO"));
    const { items } = (await getLetter(scene.telecomLiaison, toPhone.requestId))!;
    expect(items.flatMap(({ paidIn }) => paidIn)).toEqual([]);
  });

  it("is not found for whoever may not read the request, as one that does not exist", async () => {
    const sent = await issue(scene, await makeDraft(scene));
    const draft = await makeDraft(scene);
    const others = [
      stranger.commander,
      stranger.liaison,
      scene.telecomLiaison,
      await makePerson("admin", scene.police),
    ];
    for (const actor of others)
      for (const id of [sent.requestId, draft.requestId, randomUUID()])
        expect((await take(letterFile(actor, id))).name).toBe("not-found");
    expect((await take(letterFile(scene.liaison, draft.requestId))).name).toBe("not-found");
    expect((await take(letterFile(scene.investigator, draft.requestId))).name).toMatch(/^YC-.*\.pdf$/);
    expect(await asSystem((tx) => tx.exportRecord.count({ where: { requestId: sent.requestId } }))).toBe(0);
  });
});

describe("the minutes of a freeze", () => {
  it("are made from the answer, for the two sides alone", async () => {
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    expect((await take(minutesFile(scene.commander, requestId))).name).toBe("not-now");
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
      const { name, bytes } = await take(minutesFile(actor, requestId, "docx"));
      expect(name).toBe("bien-ban-07-BB-TEST.docx");
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
    expect(begins((await take(minutesFile(scene.commander, requestId))).bytes)).toBe("%PDF-");
    const prosecutor = await makePerson("prosecutor", scene.procuracy);
    for (const actor of [prosecutor, stranger.commander, scene.telecomLiaison])
      expect((await take(minutesFile(actor, requestId))).name).toBe("not-found");
  });

  it("do not exist for a request that is no freeze", async () => {
    const { requestId } = await makeAcknowledged(scene);
    expect((await take(minutesFile(scene.commander, requestId))).name).toBe("not-found");
  });
});

describe("the bundle of a case", () => {
  it("is for whoever reads the case, and says no when nothing is signed", async () => {
    const own = await setScene();
    await makeDraft(own);
    expect((await take(exportBundle(own.commander, own.caseId))).name).toBe("not-now");
    await issue(own, await makeDraft(own));
    await issue(own, await makeDraft(own, "SUBSCRIBER_INFO"));
    expect(begins((await take(exportBundle(own.investigator, own.caseId))).bytes)).toBe("%PDF-");
    const line = await asActor(own.investigator, (tx) =>
      tx.exportRecord.findFirst({ where: { caseId: own.caseId } }),
    );
    expect(line).toMatchObject({ kind: "case_bundle", rowCount: 3, requestId: null });
    for (const actor of [own.liaison, stranger.commander])
      expect((await take(exportBundle(actor, own.caseId))).name).toBe("not-found");
  });
});
