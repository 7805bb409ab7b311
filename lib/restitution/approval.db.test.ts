import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { suspectRequest } from "@/lib/requests/suspicion/commands";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import {
  approveDecision,
  draftDecision,
  giveBack,
  key,
  openDecision,
  submitDecision,
} from "@/prisma/factories/restitution";
import { issue, makeDraft } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { approveRestitution, cancelRestitution, returnRestitution, submitRestitution } from "./commands";
import { listReturnTasks } from "./desk";

afterAll(closeDatabase);

describe("approving a decision to give money back", () => {
  it("is approved by another commander with a fresh proof, over what he read", async () => {
    const scene = await setHeldScene();
    const both = await makePerson(["investigator", "commander"], scene.police);
    const { decisionId, version } = await draftDecision(scene, {}, both);
    await submitRestitution(both, { key: key(), decisionId, version });
    await expect(approveDecision(both, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(approveDecision(scene.investigator, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      approveDecision(scene.commander, scene, new Date(Date.now() - 10 * 60_000)),
    ).rejects.toMatchObject({
      code: "second-factor",
    });
    const { id, version: now } = await openDecision(scene.commander, scene);
    await expect(
      approveRestitution(
        { ...scene.commander, secondFactorAt: new Date() },
        { key: key(), decisionId: id, version: now, contentHash: "a".repeat(64) },
      ),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    const noTitle = { ...scene.commander, signerTitle: null, secondFactorAt: new Date() };
    await expect(approveDecision(noTitle, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      write(
        scene.commander,
        "update restitution_decision set status = 'APPROVED', signer_id = drafter_id where id = $1",
        [id],
      ),
    ).rejects.toThrow();
    const deputy = await makePerson("commander", scene.police);
    const ends = await Promise.allSettled([
      approveDecision(scene.commander, scene),
      approveDecision(deputy, scene),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is neither handed in nor approved by who is doubted, in code and in the database", async () => {
    const scene = await setHeldScene();
    const first = await draftDecision(scene);
    const { requestId, version } = await issue(scene, await makeDraft(scene));
    await suspectRequest(scene.liaison, { key: key(), requestId, version, reason: "call_back_failed" });
    const handIn = { key: key(), decisionId: first.decisionId, version: first.version };
    await expect(submitRestitution(scene.investigator, handIn)).rejects.toMatchObject({
      code: "sender-held",
    });
    const raw =
      "update restitution_decision set status = 'PENDING_APPROVAL', submitted_at = date_trunc('milliseconds', clock_timestamp()) where id = $1";
    await expect(write(scene.investigator, raw, [first.decisionId])).rejects.toThrow(/doubted/);
    const colleague = await makePerson("commander", scene.police);
    await submitRestitution(colleague, handIn);
    await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject({ code: "sender-held" });
    await approveDecision(await makePerson("commander", scene.police), scene);
  });

  it("is not approved by who rewrote it or handed it in, in code and in the database", async () => {
    const scene = await setHeldScene();
    const { commander } = scene;
    const deputy = await makePerson("commander", scene.police);
    const first = await draftDecision(scene);
    const mine = await draftDecision(
      scene,
      { decisionId: first.decisionId, version: first.version },
      commander,
    );
    const handIn = { key: key(), decisionId: first.decisionId, version: mine.version };
    const { version } = await submitRestitution(commander, handIn);
    await expect(approveDecision(commander, scene)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await openDecision(deputy, scene)).drafter).toContain(commander.name);
    const stored = () =>
      asSystem((tx) => tx.restitutionDecision.findUniqueOrThrow({ where: { id: first.decisionId } }));
    expect(await stored()).toMatchObject({
      drafterId: commander.userId,
      editorIds: [scene.investigator.userId, commander.userId],
    });
    const [share] = (await openDecision(deputy, scene)).shares;
    const now = "date_trunc('milliseconds', clock_timestamp())";
    for (const [sql, id] of [
      [
        `update restitution_decision set status = 'APPROVED', signer_id = app.user_id(), approved_at = ${now}, document_number = '1/QĐ', document_date = current_date, content_hash = repeat('a', 64) where id = $1`,
        first.decisionId,
      ],
      ["update restitution_decision set editor_ids = '{}' where id = $1", first.decisionId],
      ["update restitution_share set payee_account = '6666666666' where id = $1", share!.id],
      [`update restitution_share set issued_at = ${now} where id = $1`, share!.id],
    ])
      await expect(write(commander, sql!, [id])).rejects.toThrow(
        /not approve|permission denied|with its decision/,
      );
    const back = { key: key(), decisionId: first.decisionId, version };
    const { version: again } = await returnRestitution(deputy, { ...back, reason: "Xem lại căn cứ." });
    // Who only hands in what a colleague wrote does not approve it either.
    await submitRestitution(deputy, { key: key(), decisionId: first.decisionId, version: again });
    await expect(approveDecision(deputy, scene)).rejects.toMatchObject({ code: "not-allowed" });
    const third = await makePerson("commander", scene.police);
    await expect(approveDecision(third, scene)).resolves.toBeTruthy();
  });

  it("is given back for correction, called back while nothing has gone, and not afterwards", async () => {
    const scene = await setHeldScene();
    const waiting = await submitDecision(scene);
    const reason = "Bổ sung tài khoản nhận tiền của bị hại.";
    await returnRestitution(scene.commander, {
      key: key(),
      decisionId: waiting.id,
      version: waiting.version,
      reason,
    });
    const back = await openDecision(scene.investigator, scene);
    expect(back).toMatchObject({ status: "DRAFT", statedReason: reason });
    await submitRestitution(scene.investigator, { key: key(), decisionId: back.id, version: back.version });
    await approveDecision(scene.commander, scene);
    const issued = await openDecision(scene.commander, scene);
    await cancelRestitution(scene.commander, {
      key: key(),
      decisionId: issued.id,
      version: issued.version,
      reason,
    });
    const [task] = await listReturnTasks(scene.liaison);
    expect(task!.isCancelled).toBe(true);
    await expect(giveBack(scene.liaison, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-now" });
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    const again = (await listReturnTasks(scene.liaison)).find(({ isCancelled }) => !isCancelled)!;
    await giveBack(scene.liaison, again.shares[0]!, "1000");
    const underWay = await openDecision(scene.commander, scene);
    await expect(
      cancelRestitution(scene.commander, {
        key: key(),
        decisionId: underWay.id,
        version: underWay.version,
        reason,
      }),
    ).rejects.toMatchObject({ code: "not-now" });
  });
});
