import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { makePerson } from "./people";
import { makeAcknowledged, type Scene, setScene } from "./scene";

export type HeldScene = Scene & { requestId: string; holdIds: string[] };

/**
 * A scene whose bank holds money under an order: `amounts` in VND, one for each of the scene's two accounts. The order was signed by a
 * commander who is not the scene's: that one may judge what is said against it.
 */
export async function setHeldScene(
  kindCode: "ACCOUNT_FREEZE" | "ACCOUNT_SUSPEND" = "ACCOUNT_FREEZE",
  amounts: readonly [string, string] = ["40000000", "30000000"],
  options: { restricted?: boolean } = {},
): Promise<HeldScene> {
  const scene = await setScene(options);
  // A restricted case is its members' alone.
  const signer = options.restricted ? scene.commander : await makePerson("commander", scene.police);
  return { ...scene, ...(await holdUnderOrder({ ...scene, commander: signer }, kindCode, amounts)) };
}

/** One more order of a scene's case on its two accounts, and what its bank holds under it, the larger amount first. */
export async function holdUnderOrder(
  scene: Scene,
  kindCode: "ACCOUNT_FREEZE" | "ACCOUNT_SUSPEND",
  amounts: readonly [string, string],
): Promise<{ requestId: string; holdIds: string[] }> {
  const { requestId } = await makeAcknowledged(scene, kindCode);
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  for (const [index, item] of items.entries())
    await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: {
        outcome: "HELD",
        amount: amounts[index as 0 | 1],
        ...(kindCode === "ACCOUNT_FREEZE" ? { minutesNumber: "12/BB" } : {}),
      },
    });
  const holds = await asSystem((tx) =>
    tx.hold.findMany({ where: { requestId }, orderBy: { amount: "desc" } }),
  );
  return { requestId, holdIds: holds.map(({ id }) => id) };
}
