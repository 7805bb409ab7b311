import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { getTrail } from "@/lib/money/trail/queries";
import { answerItem } from "@/lib/requests/desk/answers";
import { minutesOf } from "@/lib/requests/letters/minutes";
import { answerInput } from "@/lib/requests/schema";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { getNextLayer } from "./queries";

afterAll(closeDatabase);

const at = () => new Date(Date.now() - 20 * 60_000).toISOString();
const abroad = {
  amount: "20000000",
  toAccount: "0720123456",
  toName: "LIM WEI",
  elsewhere: { place: "abroad", country: "SG", name: "DBS Bank", swift: "DBSSSGSG" },
};
const places = [
  abroad,
  {
    amount: "15000000",
    elsewhere: { place: "crypto", name: "Binance" },
    toAccount: "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
  },
  { amount: "10000000", elsewhere: { place: "merchant", name: "Vàng bạc Thử" } },
  {
    amount: "5000000",
    elsewhere: { place: "unknown_bank", name: "NH TMCP ???" },
    toAccount: "19036688990011",
  },
];

async function answered(scene: Scene, transfers: readonly object[], how: object = { outcome: "MOVED_ON" }) {
  const { requestId } = await issue(scene, await makeDraft(scene));
  return answerFirst(scene, requestId, { ...how, transfers: transfers.map((row) => ({ at: at(), ...row })) });
}
async function answerFirst(scene: Scene, requestId: string, answer: Record<string, unknown>) {
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }));
  const input = { key: randomUUID(), requestId, itemId: item.id, itemVersion: item.version, answer };
  await answerItem(scene.liaison, answerInput.parse(input));
  return { requestId, itemId: item.id };
}

describe("money that went where no institution of the register keeps it", () => {
  it("is kept with its place, stands on the trail in its own state, and the balance is exact", async () => {
    const scene = await setScene();
    await answered(scene, places);
    const { nodes, edges, ledger, next } = (await getTrail(scene.investigator, scene.caseId))!;
    const shown = nodes
      .filter(({ layer }) => layer === 2)
      .map(({ status, institution, account, sums }) => [status, institution, account, sums.pending]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ["abroad", "DBS Bank, SG", "0720123456", "20000000"],
        ["crypto", "Binance", "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "15000000"],
        ["merchant", "Vàng bạc Thử", null, "10000000"],
        ["unasked", null, "19036688990011", "5000000"],
      ]),
    );
    expect(shown).toHaveLength(4);
    expect(edges.filter(({ isPayment }) => !isPayment)).toHaveLength(4);
    const parts = [ledger.held, ledger.cashedOut, ledger.movedOnPending, ledger.unexplained, ledger.sentBack];
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(ledger.reported));
    expect([ledger.outside, ledger.layers[1]!.outside, ledger.layers[1]!.unasked]).toEqual([
      "45000000",
      "45000000",
      "5000000",
    ]);
    const outside = next.filter(({ isOutside }) => isOutside);
    expect(outside.map(({ waiting, nodes: own }) => [waiting, own.length])).toEqual([["45000000", 3]]);
  });

  it("is named in the next layer with its place, and asked of nobody", async () => {
    const scene = await setScene();
    await answered(scene, places);
    const { requests, unknown, outside } = await getNextLayer(scene.investigator, scene.caseId);
    expect(requests.flatMap(({ accounts }) => accounts).map(({ value }) => value)).not.toContain(
      "0720123456",
    );
    expect(unknown).toBe(1);
    expect(outside.map(({ place, waiting }) => [place, waiting])).toEqual([
      ["abroad", "20000000"],
      ["crypto", "15000000"],
      ["merchant", "10000000"],
    ]);
  });

  it("is one place for one account or one name, however often it is told, and no account of the register", async () => {
    const scene = await setScene();
    const merchant = { ...places[2]!, amount: "7000000", reference: "B" };
    await answered(scene, [
      abroad,
      { ...abroad, amount: "3000000", toAccount: "0720 123 456" },
      { ...places[2]!, reference: "A" },
      { ...merchant, elsewhere: { place: "merchant", name: "VANG BAC THU" } },
      { amount: "4000000", toInstitutionId: scene.bank.id, toAccount: "0720123456" },
    ]);
    const { nodes } = (await getTrail(scene.investigator, scene.caseId))!;
    const second = nodes.filter(({ layer }) => layer === 2).map(({ status, sums }) => [status, sums.entered]);
    expect(second).toEqual(
      expect.arrayContaining([
        ["abroad", "23000000"],
        ["merchant", "17000000"],
        ["unasked", "4000000"],
      ]),
    );
    expect(second).toHaveLength(3);
  });

  it("stands in the minutes of execution", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    await answerFirst(scene, requestId, {
      outcome: "HELD",
      amount: "30000000",
      minutesNumber: "07/BB-TEST",
      transfers: [{ at: at(), ...abroad }],
    });
    const request = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    const minutes = await asActor(scene.commander, (tx) => minutesOf(tx, scene.commander, request));
    expect(minutes?.items[0]?.moved).toMatchObject([
      { to: "Nước ngoài: DBS Bank, Singapore (DBSSSGSG)", account: "0720123456", name: "LIM WEI" },
    ]);
  });

  it.each<[string, object]>([
    ["a place that nobody knows", { elsewhere: "moon" }],
    ["abroad without a country", { elsewhere: "abroad", elsewhereName: "DBS" }],
    ["Viet Nam as abroad", { elsewhere: "abroad", elsewhereName: "DBS", elsewhereCountry: "VN" }],
    [
      "a code that is none",
      { elsewhere: "abroad", elsewhereName: "DBS", elsewhereCountry: "SG", elsewhereSwift: "1" },
    ],
    [
      "a name longer than the form lets it be",
      { elsewhere: "abroad", elsewhereName: "x".repeat(121), elsewhereCountry: "SG" },
    ],
    ["a country without a place", { elsewhereCountry: "SG" }],
    ["a merchant without a name", { elsewhere: "merchant", toAccount: "" }],
    ["crypto that nothing names", { elsewhere: "crypto", toAccount: "" }],
    ["a bank nobody could name, without an account", { elsewhere: "unknown_bank", toAccount: "" }],
    ["an account of nobody", { toAccount: "" }],
    [
      "a place elsewhere at an institution",
      { elsewhere: "crypto", elsewhereName: "X", hasInstitution: true },
    ],
  ])(
    "is never %s, whatever writes it",
    async (_, { hasInstitution, ...row }: { hasInstitution?: boolean }) => {
      const scene = await setScene();
      const { requestId, itemId } = await answered(scene, [abroad]);
      const data = {
        caseId: scene.caseId,
        requestId,
        itemId,
        reporterOrgId: scene.bank.id,
        at: new Date(),
        amount: 5n,
        fromAccount: "108874205561",
        fromInstitutionId: scene.bank.id,
        toAccount: "0720123456",
        toInstitutionId: hasInstitution ? scene.bank.id : null,
        ...row,
      };
      await expect(asSystem((tx) => tx.transfer.createMany({ data }))).rejects.toThrow(
        /transfer_(elsewhere|sides)/,
      );
    },
  );
});
