import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { keyedHash } from "@/lib/access/crypto";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { withdrawRequest } from "@/lib/requests/commands";
import { suspectRequest } from "@/lib/requests/suspicion/commands";
import { suspectInput } from "@/lib/requests/suspicion/schema";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { checkLetter } from "./check-letter";
import { shownCode } from "./short-code";

afterAll(closeDatabase);
const address = () => `192.0.2.${randomUUID()}`;
const reason = "Gửi nhầm ngân hàng, rút lại.";

describe("the public page of a letter", () => {
  it("says valid, then withdrawn; before the signature and for any other code unknown", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const { checkCode } = await rowOf(draft.requestId);
    expect(checkCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await checkLetter(checkCode!, address())).toBe("unknown");
    const { version } = await issue(scene, draft);
    expect(await checkLetter(checkCode!, address())).toBe("valid");
    expect(await checkLetter(shownCode(checkCode!).toLowerCase(), address())).toBe("valid");
    const { requestId } = draft;
    await withdrawRequest(scene.commander, { key: randomUUID(), requestId, version, reason });
    expect(await checkLetter(checkCode!, address())).toBe("withdrawn");
    for (const typed of ["0000000000", "", "x", "' or true --", requestId, `${checkCode!}0`])
      expect(await checkLetter(typed, address())).toBe("unknown");
  });

  it("answers for a restricted case as for any", async () => {
    const scene = await setScene({ restricted: true });
    const draft = await makeDraft(scene);
    await asSystem(async (tx) =>
      tx.case.updateMany({
        where: { id: scene.caseId },
        data: { sealedTo: [scene.investigator.membershipId, scene.commander.membershipId] },
      }),
    );
    await asSystem((tx) =>
      tx.request.updateMany({
        where: { id: draft.requestId },
        data: { sealedTo: [scene.investigator.membershipId, scene.commander.membershipId] },
      }),
    );
    await issue(scene, draft);
    expect(await checkLetter((await rowOf(draft.requestId)).checkCode!, address())).toBe("valid");
  });

  it("does not vouch for content that is not what was signed", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    await issue(scene, draft);
    const { checkCode } = await rowOf(draft.requestId);
    await asSystem(async (tx) => {
      const [first] = await tx.requestItem.findMany({ where: { requestId: draft.requestId } });
      const { requestId, targetId, kind } = first!;
      const added = {
        requestId,
        targetId,
        kind,
        position: 9,
        value: "000011112222",
        display: "000011112222",
      };
      await tx.requestItem.create({ data: added });
    });
    expect(await checkLetter(checkCode!, address())).toBe("unknown");
  });

  it("lets one address miss ten times a minute and read valid letters without end, and nobody else wait for it", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    await issue(scene, draft);
    const code = (await rowOf(draft.requestId)).checkCode!;
    const branch = address();
    const post = await Promise.all(Array.from({ length: 14 }, () => checkLetter(code, branch)));
    expect(new Set(post)).toEqual(new Set(["valid"]));
    const one = address();
    const all = await Promise.all(Array.from({ length: 12 }, () => checkLetter("nothing", one)));
    expect(all.filter((state) => state === "wait")).toHaveLength(2);
    expect(await checkLetter(code, one)).toBe("wait");
    expect(await checkLetter(code, branch)).toBe("valid");
  });

  it("is slowed and not switched off by guesses from everywhere", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    await issue(scene, draft);
    const code = (await rowOf(draft.requestId)).checkCode!;
    const guesser = address();
    expect(await checkLetter("0000000000", guesser)).toBe("unknown");
    const lane = keyedHash("lane", "check");
    const at = new Date();
    await asSystem((tx) =>
      tx.signInAttempt.createMany({
        data: Array.from({ length: 300 }, () => ({ lane, at, succeeded: false })),
      }),
    );
    const waits: number[] = [];
    const slowly = async (ms: number) => void waits.push(ms);
    const branch = address();
    expect(await checkLetter(code, branch, slowly)).toBe("valid");
    expect(await checkLetter(code, branch, slowly)).toBe("valid");
    expect(await checkLetter("0000000000", branch, slowly)).toBe("unknown");
    expect(waits).toEqual([1_000, 1_000, 1_000]);
    expect(await checkLetter(code, branch, slowly)).toBe("wait");
    expect(await checkLetter(code, guesser, slowly)).toBe("wait");
    await asSystem((tx) => tx.signInAttempt.deleteMany({ where: { lane } }));
    expect(await checkLetter(code, guesser, slowly)).toBe("valid");
    expect(waits).toHaveLength(3);
  });

  it("confirms nothing of an order that its receiver doubts", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const { version } = await issue(scene, draft);
    const { requestId } = draft;
    const { checkCode } = await rowOf(requestId);
    await suspectRequest(
      scene.liaison,
      suspectInput.parse({ key: randomUUID(), requestId, version, reason: "unusual_content" }),
    );
    expect(await checkLetter(checkCode!, address())).toBe("unknown");
  });

  it("gives no side of a request the code to choose", async () => {
    const scene = await setScene();
    const { requestId } = await makeDraft(scene);
    await expect(
      asActor(scene.investigator, (tx) =>
        tx.request.updateMany({ where: { id: requestId }, data: { checkCode: "0000000000" } }),
      ),
    ).rejects.toThrow(/not yours to write/);
  });
});
