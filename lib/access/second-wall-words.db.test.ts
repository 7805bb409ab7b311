import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { sendBackAnswer } from "@/lib/requests/commands";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { type Orders, setOrders, write } from "@/prisma/factories/sides";
import { makeDraft } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";

let orders: Orders;
beforeAll(async () => {
  orders = await setOrders();
});
afterAll(closeDatabase);
const now = "date_trunc('milliseconds', clock_timestamp())";

describe("beside what was signed", () => {
  it.each([
    ["investigator", "stated_reason = 'Phong tỏa thêm tài khoản 123456789.'"],
    ["commander", "stated_reason = 'Phong tỏa thêm tài khoản 123456789.'"],
    ["investigator", "answered_count = answered_count + 1"],
    ["liaison", "stated_reason = 'Đã thực hiện xong.'"],
    ["liaison", "refusal_ground = 'other'"],
    ["liaison", "answered_count = 2"],
    ["liaison", "held_amount = 5"],
    ["liaison", "status = 'PARTLY_ANSWERED', held_amount = 5, answered_count = 1"],
    ["liaison", `acknowledged_at = ${now}`],
    ["investigator", "restricted = true, sealed_to = array[app.membership_id()]"],
    ["commander", "restricted = true, sealed_to = array[app.user_id()]"],
  ] as const)("the %s writes nothing without an arrow: %s", async (who, set) => {
    const { scene, open } = orders;
    await expect(write(scene[who], `update request set ${set} where id = $1`, [open])).rejects.toThrow(
      /not yours|sum of its answers|lifecycle/,
    );
  });

  it("the desk reads words with who said them and when, and none that no event brought", async () => {
    const { scene, answered } = orders;
    const { version } = await rowOf(answered);
    const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId: answered } }));
    const reason = "Bổ sung sao kê của tài khoản nhận.";
    await sendBackAnswer(scene.investigator, {
      key: randomUUID(),
      requestId: answered,
      version,
      reason,
      itemIds: items.slice(0, 1).map(({ id }) => id),
    });
    const read = async () => (await getReceivedRequest(scene.liaison, answered))!.stated;
    expect(await read()).toMatchObject({
      reason,
      who: expect.stringContaining(scene.investigator.name) as string,
    });
    // A row that somebody reached past every wall shows nothing that the record does not know.
    await asSystem((tx) =>
      tx.request.updateMany({ where: { id: answered }, data: { statedReason: "Phong tỏa thêm 123456789." } }),
    );
    expect(await read()).toBeNull();
  });
});

describe("what waits for a signature", () => {
  it("takes no number, signer or key without it, and none in another's name", async () => {
    const { scene } = orders;
    const { requestId } = await makeDraft(scene);
    await write(
      scene.investigator,
      `update request set status = 'PENDING_SIGNATURE', submitted_at = ${now} where id = $1`,
      [requestId],
    );
    for (const set of [
      "signer_id = app.user_id()",
      "document_number = '9/GIA'",
      "content_hash = repeat('a', 64)",
      `submitted_at = ${now}`,
    ])
      await expect(
        write(scene.commander, `update request set ${set} where id = $1`, [requestId]),
      ).rejects.toThrow(/not yours/);
  });
});
