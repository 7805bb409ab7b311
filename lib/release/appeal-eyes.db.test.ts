import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { write } from "@/prisma/factories/sides";
import { listOpenAppeals } from "./appeal-list";
import { getAppeal } from "./appeal-queries";
import { receiveAppeal, rejectAppeal, reviewAppeal, withdrawAppeal } from "./appeals";
import { receiveAppealInput, rejectAppealInput } from "./schema";

afterAll(closeDatabase);
const key = () => randomUUID();
const now = "date_trunc('milliseconds', clock_timestamp())";
const answer = "Không chấp nhận đề nghị vì lệnh giữ đã được ban hành đúng.";

/** An appeal that the bank handed in, the letter in which its appellant takes it back, and who signed the order. */
async function appealed() {
  const scene = await setHeldScene();
  const taken = await receiveAppeal(
    scene.liaison,
    receiveAppealInput.parse({
      key: key(),
      holdId: scene.holdIds[0]!,
      channel: "bank_branch",
      appellant: "Nguyễn Văn Oan",
      contact: "0912 000 111",
      content: "Tôi không liên quan, đề nghị trả lại tiền lương của tôi.",
    }),
  );
  const order = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: scene.requestId } }));
  const signer: Actor = { ...scene.commander, ...(await personOf(order.signerId!)) };
  return { scene, signer, appealId: taken.appealId };
}
const personOf = (userId: string) =>
  asSystem(async (tx) => ({
    userId,
    membershipId: (await tx.membership.findFirstOrThrow({ where: { userId } })).id,
  }));
const letterOf = async (scene: HeldScene, appealId: string): Promise<string> => {
  const file = { name: "don-rut.txt", bytes: Buffer.from(`Tôi rút đề nghị ${key()}.`) };
  return (await addFiles(scene.liaison, { appealId }, [file])).added[0]!.id;
};
const reason = "Người đề nghị đã rút đơn.";
const withdraw = (actor: Actor, appealId: string, letterId: string, version = 1) =>
  withdrawAppeal(actor, { key: key(), appealId, version, reason, letterId });
const withdrawSql = `update appeal set status = 'WITHDRAWN', answer = '${reason}', ended_at = ${now}, withdrawal_letter_id = $2 where id = $1`;

describe("an appeal against an order", () => {
  it("is not taken back by who drafted or signed the order, in code and in the database", async () => {
    const { scene, signer, appealId } = await appealed();
    const letter = await letterOf(scene, appealId);
    const drafter = { ...scene.investigator, roles: ["investigator" as const, "commander" as const] };
    for (const actor of [scene.investigator, drafter, signer]) {
      await expect(withdraw(actor, appealId, letter)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(write(actor, withdrawSql, [appealId, letter])).rejects.toThrow(/not yours/);
      expect((await getAppeal(actor, appealId))!.may.withdraw).toBe(false);
    }
    // An investigator who had no part in it does not either; the desk that handed it in says nothing for its customer.
    const other = await makePerson("investigator", scene.police);
    await expect(withdraw(other, appealId, letter)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(write(other, withdrawSql, [appealId, letter])).rejects.toThrow(/not yours/);
    await expect(withdraw(scene.liaison, appealId, letter)).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("is taken back with its appellant's letter: by another commander, or by the intake office", async () => {
    const { scene, appealId } = await appealed();
    const letter = await letterOf(scene, appealId);
    const foreign = await letterOf(scene, (await appealed()).appealId).catch(() => randomUUID());
    for (const no of [randomUUID(), foreign]) {
      await expect(withdraw(scene.commander, appealId, no)).rejects.toMatchObject({
        details: { fields: { letterId: "file.notAttached" } },
      });
      await expect(write(scene.commander, withdrawSql, [appealId, no])).rejects.toThrow(/letter/);
    }
    expect((await withdraw(scene.commander, appealId, letter)).status).toBe("WITHDRAWN");
    expect(await getAppeal(scene.commander, appealId)).toMatchObject({ withdrawalLetter: "don-rut.txt" });

    const second = await appealed();
    const paper = await letterOf(second.scene, second.appealId);
    const intake = await makePerson("intake_officer", second.scene.police);
    // The intake office takes in and notes what was taken back, and decides nothing.
    await expect(
      write(intake, "update appeal set status = 'REVIEWING', reviewer_id = app.user_id() where id = $1", [
        second.appealId,
      ]),
    ).rejects.toThrow(/not yours/);
    expect((await withdraw(intake, second.appealId, paper)).status).toBe("WITHDRAWN");
  });

  it("is neither reviewed nor decided by who wrote or signed the order, and lies on no desk of theirs", async () => {
    const { scene, signer, appealId } = await appealed();
    const colleague = await makePerson("investigator", scene.police);
    const reviewSql = "update appeal set status = 'REVIEWING', reviewer_id = app.user_id() where id = $1";
    for (const actor of [signer, scene.investigator]) {
      await expect(reviewAppeal(actor, { key: key(), appealId, version: 1 })).rejects.toMatchObject({
        code: "not-allowed",
      });
      await expect(write(actor, reviewSql, [appealId])).rejects.toThrow(/not yours|does not look into/);
      expect(await getAppeal(actor, appealId)).toMatchObject({
        isAgainstReader: true,
        may: { review: false, uphold: false, reject: false },
      });
      expect(await listOpenAppeals(actor)).toEqual({ rows: [], total: 0 });
    }
    for (const actor of [colleague, scene.commander])
      expect((await listOpenAppeals(actor)).rows.map(({ id }) => id)).toEqual([appealId]);
    const { version } = await reviewAppeal(colleague, { key: key(), appealId, version: 1 });
    // Looked into, it waits for a commander.
    expect((await listOpenAppeals(colleague)).total).toBe(0);
    expect((await listOpenAppeals(scene.commander)).total).toBe(1);
    const reject = (actor: Actor) =>
      rejectAppeal(
        actor,
        rejectAppealInput.parse({ key: key(), appealId, version, ground: "no_new_facts", answer }),
      );
    await expect(reject(signer)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      write(
        signer,
        `update appeal set status = 'REJECTED', decided_by_id = app.user_id(), ground = 'other', answer = repeat('a', 40), document_number = '1', document_date = now()::date, ended_at = ${now} where id = $1`,
        [appealId],
      ),
    ).rejects.toThrow(/does not judge/);
    expect((await reject(scene.commander)).status).toBe("REJECTED");
  });

  it("keeps its words until an arrow brings others", async () => {
    const { scene, appealId } = await appealed();
    for (const set of ["answer = repeat('a', 40)", "ground = 'other'", "reviewer_id = app.user_id()"])
      await expect(
        write(scene.commander, `update appeal set ${set} where id = $1`, [appealId]),
      ).rejects.toThrow(/not yours/);
  });
});
