import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { formatDate } from "@/lib/i18n/local-time";
import { formatVnd } from "@/lib/money/format-vnd";
import vietnamese from "@/messages/vi.json";
import { openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asActor } from "@/lib/db";
import { submitRequest } from "@/lib/requests/commands";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { draftInput } from "@/lib/requests/schema";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { issue, report, type Scene } from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";

/** Names as long as real ones: what is read is counted. */
const bankNames = [
  "Vietcombank",
  "VietinBank",
  "BIDV",
  "Agribank",
  "Techcombank",
  "MB Bank",
  "ACB",
  "Sacombank",
  "VPBank",
  "TPBank",
] as const;
const holders = ["NGUYEN VAN DUC", "LE THI HOA", "TRAN QUOC BAO", "PHAM VAN TOAN", "VU THI LAN"];

export const makeBank = (index: number): Promise<Unit> =>
  makeOrganisation("bank", { provinceCode: null, name: bankNames[index % bankNames.length]! });

export type Paid = { bank: Unit; account: string; amount: bigint };
/** Accounts that no other run uses. */
export const account = () => String(Math.floor(1e11 + Math.random() * 9e11));

/** A case of one victim who paid into these accounts within the last hour, opened by the scene's investigator. */
export async function caseOf(scene: Scene, paid: readonly Paid[]): Promise<string> {
  const { caseId } = await openCase(
    scene.investigator,
    caseInput.parse({
      ...report(scene.bank.id),
      key: randomUUID(),
      reportedLoss: paid.reduce((sum, { amount }) => sum + amount, 0n).toString(),
      payments: paid.map(({ bank, account: toAccount, amount }, index) => ({
        victim: 0,
        at: new Date(Date.now() - (55 - (index % 20)) * 60_000).toISOString(),
        amount: amount.toString(),
        toInstitutionId: bank.id,
        toAccount,
        toName: holders[index % holders.length],
      })),
    }),
  );
  return caseId;
}

/** The reason in the words that the fast path writes, of the whole loss. words: statement.groundsForm */
export const groundsOf = (paid: readonly Paid[]): string =>
  vietnamese.statement.groundsForm
    .replace("#date#", formatDate(new Date()))
    .replace("#amount#", formatVnd(paid.reduce((sum, { amount }) => sum + amount, 0n)))
    .replace("#accounts#", String(paid.length));

/** A suspension of these accounts at their one bank, not yet handed in. */
export async function draftOf(
  scene: Scene,
  caseId: string,
  paid: readonly Paid[],
  grounds = groundsOf(paid),
) {
  const targets = await asActor(scene.investigator, (tx) =>
    tx.target.findMany({ where: { caseId, value: { in: paid.map(({ account: value }) => value) } } }),
  );
  return saveDraft(
    scene.investigator,
    draftInput.parse({
      key: randomUUID(),
      caseId,
      kindCode: "ACCOUNT_SUSPEND",
      addresseeOrgId: paid[0]!.bank.id,
      urgency: "urgent",
      grounds,
      legalBases: basesOf.ACCOUNT_SUSPEND,
      targets: targets.map(({ id, value }) => ({
        targetId: id,
        disputedAmount: paid.find((one) => one.account === value)!.amount.toString(),
      })),
    }),
  );
}

export async function handInOf(
  scene: Scene,
  caseId: string,
  paid: readonly Paid[],
  grounds?: string,
): Promise<string> {
  const draft = await draftOf(scene, caseId, paid, grounds);
  await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
  return draft.requestId;
}

/** Signed and delivered. */
export const issueOf = async (scene: Scene, caseId: string, paid: readonly Paid[]) =>
  issue({ ...scene, caseId }, await draftOf(scene, caseId, paid));

export const liaisonOf = (bank: Unit): Promise<Actor> => makePerson("liaison", bank);
