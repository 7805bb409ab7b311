import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { addNote, openCase } from "@/lib/cases/commands";
import { caseInput } from "@/lib/cases/schema";
import { asActor, asSystem } from "@/lib/db";
import { storeBytes } from "@/lib/files/storage";
import { answerItem } from "@/lib/requests/desk/answers";
import {
  acknowledgeRequest,
  askClarification,
  refuseRequest,
  signRequest,
  submitRequest,
  withdrawRequest,
} from "@/lib/requests/commands";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { draftInput } from "@/lib/requests/schema";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { readHash, report } from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";
import { makeCast, type Cast } from "./cast";
import { makeReleaseRows, type ReleaseRows } from "./world-release";

/** Marked words that stand nowhere else: whoever meets one where he should not has found a leak. */
export type Canaries = {
  victim: string;
  title: string;
  note: string;
  file: string;
  account: string;
  phone: string;
};
/** A case of the world with its marked words. */
export type WorldCase = {
  id: string;
  code: string;
  version: number;
  canaries: Canaries;
  unit: "own" | "stranger";
  restricted: boolean;
  fileId: string;
};
/** A request of the world. `code` and `grounds` are marked words of its own. */
export type WorldRequest = {
  id: string;
  code: string;
  grounds: string;
  version: number;
  status: RequestStatus;
  itemId: string;
  targetId: string;
  itemVersion: number;
  addressee: "bank" | "telecom";
  of: WorldCase;
  notified: boolean;
  fileId: string | null;
};
/** Ids of single rows that pages of the record and of the administration show. */
export type Rows = { event: string; kind: string; document: string; limit: string; holiday: string };
export type World = {
  cast: Cast;
  cases: WorldCase[];
  requests: WorldRequest[];
  rows: Rows;
  release: ReleaseRows;
};

const digits = (length: number) =>
  Array.from({ length }, (_, at) => Math.floor(Math.random() * (at ? 10 : 9) + (at ? 0 : 1))).join("");

/** Units, people, three cases (own, restricted, a stranger's) and requests in every status that rights tell apart. */
export async function makeWorld(): Promise<World> {
  const cast = await makeCast();
  const { drafter, strangerInvestigator } = cast.people;
  const own = await makeCase(cast, drafter, "own", false);
  const restricted = await makeCase(cast, drafter, "own", true);
  const stranger = await makeCase(cast, strangerInvestigator, "stranger", false);
  const requests: WorldRequest[] = [];
  for (const [status, goal] of Object.entries(courses))
    requests.push(await makeRequest(cast, own, status as RequestStatus, goal));
  requests.push(await makeRequest(cast, own, "SENT", issue, { telecom: true }));
  requests.push(await makeRequest(cast, own, "SENT", issue, { notified: true, withFile: true }));
  requests.push(await makeRequest(cast, restricted, "SENT", issue));
  requests.push(await makeRequest(cast, restricted, "DRAFT", async () => undefined));
  requests.push(await makeRequest(cast, stranger, "SENT", issue));
  const held = requests.find(
    ({ status, addressee, of }) => status === "ANSWERED" && addressee === "bank" && of === own,
  )!;
  const release = await makeReleaseRows(cast, held, own.id);
  return { cast, cases: [own, restricted, stranger], requests, rows: await rowsOf(own), release };
}

async function rowsOf(found: WorldCase): Promise<Rows> {
  return asSystem(async (tx) => ({
    event: (
      await tx.event.findFirstOrThrow({
        where: { caseId: found.id, type: "case.opened" },
        select: { id: true },
      })
    ).id,
    kind: (
      await tx.requestKind.findFirstOrThrow({ where: { code: "ACCOUNT_FREEZE" }, select: { code: true } })
    ).code,
    document: (await tx.legalDocument.findFirstOrThrow({ select: { id: true } })).id,
    limit: (await tx.deadlinePolicy.findFirstOrThrow({ select: { id: true } })).id,
    holiday: (await tx.holiday.findFirstOrThrow({ select: { id: true } })).id,
  }));
}

async function makeCase(
  cast: Cast,
  owner: Actor,
  unit: WorldCase["unit"],
  restricted: boolean,
): Promise<WorldCase> {
  const mark = randomUUID().slice(0, 8);
  const canaries = {
    victim: `Nạn Nhân ${mark}`,
    title: `Vụ ${mark} chuyển tiền`,
    note: `ghi chú ${mark}`,
    file: `sao-ke-${mark}.pdf`,
    account: digits(13),
    phone: `09${digits(8)}`,
  };
  const bank = unit === "own" ? cast.units.bank : cast.units.otherBank;
  const base = report(bank.id);
  const { caseId } = await openCase(
    owner,
    caseInput.parse({
      ...base,
      title: canaries.title,
      summary: `Bị hại ${canaries.victim} trình báo; ${canaries.title}.`,
      restricted,
      victims: [{ fullName: canaries.victim, phone: "0912345678" }],
      payments: [{ ...base.payments[0]!, toAccount: canaries.account }],
      targets: [{ kind: "phone_number", value: canaries.phone }],
    }),
  );
  await addNote(owner, { key: randomUUID(), caseId, body: canaries.note });
  const { code, version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
  const fileId = await attach(caseId, null, owner, canaries.file);
  return { id: caseId, code, version, canaries, unit, restricted, fileId };
}

/** A small file, kept as the portal keeps it. */
async function attach(caseId: string, requestId: string | null, by: Actor, name: string): Promise<string> {
  const sha256 = await storeBytes(by.orgId, Buffer.from("%PDF-1.4 thử quyền"));
  const file = {
    caseId,
    requestId,
    ownerOrgId: by.orgId,
    uploadedById: by.userId,
    sha256,
    name,
    mediaType: "application/pdf",
    size: 10,
  };
  return (await asSystem((tx) => tx.attachment.create({ data: file, select: { id: true } }))).id;
}

type Course = (cast: Cast, request: { id: string; itemId: string }, of: WorldCase) => Promise<unknown>;
const nothing: Course = async () => undefined;
const versionOf = (id: string) =>
  asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id }, select: { version: true } })).then(
    ({ version }) => version,
  );
const step = async (id: string) => ({ key: randomUUID(), requestId: id, version: await versionOf(id) });
const signerOf = ({ people }: Cast, of: WorldCase) =>
  of.unit === "stranger" ? people.strangerCommander : people.commander;
const drafterOf = ({ people }: Cast, of: WorldCase) =>
  of.unit === "stranger" ? people.strangerInvestigator : people.drafter;

const submit: Course = async (cast, { id }, of) => submitRequest(drafterOf(cast, of), await step(id));
const issue: Course = async (cast, request, of) => {
  // A restricted case is signed by a member: the commander is let in for the signature and then is out again.
  const signer = signerOf(cast, of);
  if (of.restricted) await sealTo(of, [drafterOf(cast, of), signer]);
  await submit(cast, request, of);
  await signRequest(
    { ...signer, secondFactorAt: new Date() },
    { ...(await step(request.id)), contentHash: await readHash(signer, request.id) },
  );
  if (of.restricted) await sealTo(of, [drafterOf(cast, of)]);
};
const acknowledged: Course = async (cast, request, of) => {
  await issue(cast, request, of);
  await acknowledgeRequest(cast.people.liaison, await step(request.id));
};
const reason = "Nêu rõ căn cứ và phạm vi.";
const courses: Partial<Record<RequestStatus, Course>> = {
  DRAFT: nothing,
  PENDING_SIGNATURE: submit,
  SENT: issue,
  ACKNOWLEDGED: acknowledged,
  CLARIFICATION_NEEDED: async (cast, request, of) => {
    await acknowledged(cast, request, of);
    await askClarification(cast.people.liaison, { ...(await step(request.id)), reason });
  },
  ANSWERED: async (cast, request, of) => {
    await acknowledged(cast, request, of);
    await answerItem(cast.people.liaison, {
      key: randomUUID(),
      requestId: request.id,
      itemId: request.itemId,
      itemVersion: 1,
      answer: { outcome: "NOT_FOUND" },
    });
  },
  NOT_EXECUTED: async (cast, request, of) => {
    await acknowledged(cast, request, of);
    await refuseRequest(cast.people.liaison, { ...(await step(request.id)), reason, ground: "technical" });
  },
  WITHDRAWN: async (cast, request, of) => {
    await acknowledged(cast, request, of);
    await withdrawRequest(signerOf(cast, of), { ...(await step(request.id)), reason });
  },
};

async function sealTo(of: WorldCase, members: Actor[]): Promise<void> {
  const sealedTo = members.map(({ membershipId }) => membershipId);
  await asSystem(async (tx) => {
    await tx.case.updateMany({ where: { id: of.id }, data: { sealedTo } });
    await tx.request.updateMany({ where: { caseId: of.id }, data: { sealedTo } });
    await tx.deadline.updateMany({ where: { caseId: of.id }, data: { sealedTo } });
    await tx.searchEntry.updateMany({ where: { caseId: of.id }, data: { sealedTo } });
  });
}

async function makeRequest(
  cast: Cast,
  of: WorldCase,
  status: RequestStatus,
  course: Course = nothing,
  { telecom = false, notified = false, withFile = false } = {},
): Promise<WorldRequest> {
  const drafter = drafterOf(cast, of);
  const grounds = `Căn cứ ${randomUUID().slice(0, 8)} theo đơn tố giác.`;
  const target = await asActor(drafter, (tx) =>
    tx.target.findFirstOrThrow({ where: { caseId: of.id, kind: telecom ? "phone_number" : "bank_account" } }),
  );
  const addressee = telecom
    ? cast.units.telecom
    : of.unit === "stranger"
      ? cast.units.otherBank
      : cast.units.bank;
  const kindCode = telecom ? "SUBSCRIBER_INFO" : "ACCOUNT_SUSPEND";
  const draft = draftInput.parse({
    key: randomUUID(),
    caseId: of.id,
    kindCode,
    addresseeOrgId: addressee.id,
    urgency: "urgent",
    grounds,
    legalBases: basesOf[kindCode],
    targets: [{ targetId: target.id, ...(telecom ? {} : { disputedAmount: "50000000" }) }],
  });
  const { requestId } = await saveDraft(drafter, draft);
  // The product tells the province's procuracy of a freeze; here a suspension does, and the procuracy is the world's own.
  if (notified)
    await asSystem((tx) =>
      tx.request.updateMany({ where: { id: requestId }, data: { procuracyOrgId: cast.units.procuracy.id } }),
    );
  const fileId = withFile
    ? await attach(of.id, requestId, drafter, `kem-${randomUUID().slice(0, 8)}.pdf`)
    : null;
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
  await course(cast, { id: requestId, itemId: item.id }, of);
  const made = await asSystem((tx) =>
    tx.request.findUniqueOrThrow({ where: { id: requestId }, include: { items: true } }),
  );
  if (made.status !== status) throw new Error(`the world's request is ${made.status}, not ${status}`);
  return {
    id: requestId,
    code: made.code,
    grounds,
    version: made.version,
    status,
    itemId: item.id,
    targetId: target.id,
    itemVersion: made.items[0]!.version,
    addressee: telecom ? "telecom" : "bank",
    of,
    notified,
    fileId,
  };
}
