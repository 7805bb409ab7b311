import { randomUUID } from "node:crypto";
import { fileNextLayer } from "@/lib/cascade/commands";
import { getNextLayer } from "@/lib/cascade/queries";
import { fileNextLayerInput } from "@/lib/cascade/schema";
import type { Actor } from "@/lib/access/actor";
import { answerItems } from "@/lib/requests/desk/answers";
import { answersInput } from "@/lib/requests/schema";
import { signAs } from "@/prisma/factories/kinds";
import type { Unit } from "@/prisma/factories/people";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { account, caseOf, issueOf, liaisonOf, makeBank } from "./scenes";

/** Six accounts the victim paid into, seven each that the money went on to, six each behind these: the 300 of the bar. */
const [first, second, third] = [6, 7, 6];
const paidToEach = 420_000_000n;

/** A case whose money went on over three layers to 300 accounts, told answer by answer by the desks that were asked. */
export async function largeTrail(): Promise<{ scene: Scene; caseId: string; accounts: number }> {
  const scene = await setScene();
  const banks = await Promise.all(Array.from({ length: 10 }, (_, index) => makeBank(index)));
  const desks = new Map<string, Actor>();
  for (const bank of banks) desks.set(bank.id, await liaisonOf(bank));
  const paid = Array.from({ length: first! }, () => ({
    bank: banks[0]!,
    account: account(),
    amount: paidToEach,
  }));
  const caseId = await caseOf(scene, paid);
  const { requestId } = await issueOf(scene, caseId, paid);
  await movedOn(desks.get(banks[0]!.id)!, requestId, second!, banks.slice(1, 4), 30);
  const { requests } = await getNextLayer(scene.investigator, caseId);
  const { requestIds } = await fileNextLayer(
    scene.investigator,
    fileNextLayerInput.parse({
      key: randomUUID(),
      caseId,
      requests: requests.map(({ id, waiting }) => ({ ask: id, waiting })),
    }),
  );
  for (const id of requestIds) {
    const { version, addresseeOrgId } = await rowOf(id);
    await signAs({ ...scene, caseId }, "ACCOUNT_SUSPEND", { requestId: id, version });
    await movedOn(desks.get(addresseeOrgId)!, id, third!, banks.slice(4), 15);
  }
  return { scene, caseId, accounts: first! * (1 + second! * (1 + third!)) };
}

/** Every account of the request sent all of it on, to so many others in equal parts. */
async function movedOn(
  desk: Actor,
  requestId: string,
  parts: number,
  to: readonly Unit[],
  minutesAgo: number,
): Promise<void> {
  const items = await itemsOf(requestId);
  await answerItems(
    desk,
    answersInput.parse({
      key: randomUUID(),
      requestId,
      answers: items.map(({ id, version, disputedAmount }, place) => ({
        itemId: id,
        itemVersion: version,
        answer: {
          outcome: "MOVED_ON",
          transfers: Array.from({ length: parts }, (_, part) => ({
            at: new Date(Date.now() - minutesAgo * 60_000 + part * 1_000).toISOString(),
            amount: ((disputedAmount ?? 0n) / BigInt(parts)).toString(),
            toInstitutionId: to[(place + part) % to.length]!.id,
            toAccount: account(),
            toName: "PHAM VAN TOAN",
          })),
          cashOuts: [],
        },
      })),
    }),
  );
}
