import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { asSystem, closeDatabase } from "@/lib/db";
import { submitRequest, signRequest } from "@/lib/requests/commands";
import { answerItems } from "@/lib/requests/desk/answers";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { answersInput, draftInput } from "@/lib/requests/schema";
import { readAnswerBook, takeAnswerBook } from "@/lib/requests/sheets/queries";
import { addCaseTargets } from "@/lib/cases/commands";
import { addTargetsInput } from "@/lib/cases/schema";
import { readHash, setScene } from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";
import { reached, type Result } from "./result";

/**
 * `node scripts/with-test-db.mjs tsx bench/many-targets.ts`: what a request of five hundred targets takes of the server, step by
 * step, as a table and in bench/results/many-targets.json. Ends with 1 when a step is over three seconds.
 */
const size = 500;
const results: Result[] = [];

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const made = await work();
  const ms = performance.now() - began;
  results.push({ name, size, p50: ms, p95: ms, floor: null, ratio: null, bar: 3_000, better: "lower" });
  return made;
}

const scene = await setScene();
for (let from = 0; from < size; from += 100)
  await addCaseTargets(
    scene.investigator,
    addTargetsInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      targets: Array.from({ length: 100 }, (_, index) => ({
        kind: "bank_account",
        value: String(10_000_000_000 + from + index),
        institutionId: scene.bank.id,
      })),
    }),
  );
const targets = await asSystem((tx) =>
  tx.target.findMany({ where: { caseId: scene.caseId, value: { startsWith: "1000000" } }, take: size }),
);
const draft = await timed("draft", () =>
  saveDraft(
    scene.investigator,
    draftInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      kindCode: "ACCOUNT_SUSPEND",
      addresseeOrgId: scene.bank.id,
      urgency: "urgent",
      grounds: "Bị hại tố giác; tài khoản nhận tiền theo sao kê.",
      legalBases: basesOf.ACCOUNT_SUSPEND,
      targets: targets.map(({ id }) => ({
        targetId: id,
        disputedAmount: "1000000",
        overGround: "Đo tốc độ: số tiền ước tính.",
      })),
    }),
  ),
);
const handedIn = await timed("submit", () =>
  submitRequest(scene.investigator, {
    key: randomUUID(),
    requestId: draft.requestId,
    version: draft.version,
  }),
);
const contentHash = await timed("read to sign", () => readHash(scene.commander, draft.requestId));
await timed("sign", () =>
  signRequest(
    { ...scene.commander, secondFactorAt: new Date() },
    { key: randomUUID(), requestId: draft.requestId, version: handedIn.version, contentHash },
  ),
);
const book = await timed("take the workbook", () => takeAnswerBook(scene.liaison, "vi", draft.requestId));
await timed("read it back", () =>
  readAnswerBook(scene.liaison, "vi", "tra-loi.xlsx", Buffer.from(book.bytes)),
);
const items = await asSystem((tx) =>
  tx.requestItem.findMany({ where: { requestId: draft.requestId }, orderBy: { position: "asc" } }),
);
await timed("answer all", () =>
  answerItems(
    scene.liaison,
    answersInput.parse({
      key: randomUUID(),
      requestId: draft.requestId,
      answers: items.map(({ id, version }) => ({
        itemId: id,
        itemVersion: version,
        answer: { outcome: "HELD", amount: "900000" },
      })),
    }),
  ),
);
await closeDatabase();
console.table(results.map(({ name, p50 }) => ({ step: name, ms: Math.round(p50) })));
mkdirSync("bench/results", { recursive: true });
writeFileSync("bench/results/many-targets.json", JSON.stringify(results, null, 2));
process.exitCode = results.every(reached) ? 0 : 1;
