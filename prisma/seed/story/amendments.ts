import { sign } from "node:crypto";
import { dayOf } from "@/lib/day";
import { kinds } from "@/lib/requests/kinds";
import { amendmentBytes, amendmentHash } from "@/lib/requests/amendments/changes";
import type { AmendmentChanges } from "@/lib/requests/amendments/types";
import type { SeedKey } from "../keys";
import type { Row } from "../owner";
import { take } from "./issue";
import { type StoryAmendment, type StoryCase, type StoryRequest, statusOf, stepAt } from "./model";
import { nextDocument } from "./next-document";
import { hashOf } from "./numbers";
import { later, minute, Random } from "./random";
import type { World } from "./world";

const added = 50_000_000n;
const reason = "Bị hại bổ sung sao kê: có thêm một lần chuyển 50 triệu đồng vào cùng tài khoản.";

/**
 * The latest order of Phú Thọ's PA05 that a bank has in hand was amended: its amount was smaller before. Called once documents have
 * their numbers, and before anything is signed.
 */
export function amendOne(world: World, cases: readonly StoryCase[], counters: Row[]): void {
  const request = cases
    .filter(({ unit, restricted, serial }) => unit.code === "police:25:pa05" && !restricted && serial !== 417)
    .flatMap(({ requests }) => requests)
    .filter(
      ({ kind, items, ...one }) =>
        kind === "ACCOUNT_SUSPEND" &&
        statusOf({ kind, items, ...one }) === "ACKNOWLEDGED" &&
        items.some(({ answer, disputed }) => !answer && (disputed ?? 0n) > added),
    )
    .sort((a, b) => takenAt(b).getTime() - takenAt(a).getTime())[0];
  const item = request?.items.find(({ answer, disputed }) => !answer && (disputed ?? 0n) > added);
  if (!request?.contentHash || !item) return;
  const issuedAt = later(takenAt(request), 6 * minute);
  const signer = request.story.unit.signerOf(request.kind);
  const changes = { amendment: 1 };
  if (
    !take(world, request, "request.amended", issuedAt, signer, "ACKNOWLEDGED", {
      shared: true,
      reason,
      changes,
    })
  )
    return;
  const before = item.disputed! - added;
  const baseHash = hashOf(
    request,
    request.items.map((one) => (one === item ? { ...one, disputed: before } : one)),
  );
  const amendment: StoryAmendment = {
    id: new Random(20_261_123).uuid(issuedAt),
    item,
    before,
    reason,
    draftedAt: later(issuedAt, -4 * minute),
    issuedAt,
    signer,
    documentNumber: nextDocument(world, counters, request.story.unit, kinds[request.kind].documentType),
    baseHash,
    contentHash: "",
  };
  amendment.contentHash = amendmentHash({
    requestId: request.id,
    baseHash,
    reason,
    draftedById: request.drafter.userId,
    changes: changesIn(amendment),
  });
  request.amendment = amendment;
}

const takenAt = (request: StoryRequest): Date =>
  stepAt(request, "request.acknowledged") ?? request.story.reportedAt;

const changesIn = ({ item, before }: StoryAmendment): AmendmentChanges => ({
  amounts: [
    {
      itemId: item.id,
      display: item.target.display,
      before: before.toString(),
      after: item.disputed!.toString(),
      overGround: null,
    },
  ],
});

/** Issued amendments with the signature of their unit. */
export function amendmentRows(requests: readonly StoryRequest[], keys: Map<string, SeedKey>): Row[] {
  return requests.flatMap((request) => {
    const { amendment, contentHash } = request;
    const key = keys.get(request.story.unit.id);
    if (!amendment || !contentHash || !key) return [];
    const { id, issuedAt, documentNumber, signer } = amendment;
    const bytes = amendmentBytes({
      id,
      requestId: request.id,
      number: 1,
      contentHash: amendment.contentHash,
      resultHash: contentHash,
      signedById: signer.userId,
      issuedAt,
      documentNumber,
    });
    return [
      {
        id,
        request_id: request.id,
        number: 1,
        status: "ISSUED",
        reason: amendment.reason,
        changes: changesIn(amendment),
        base_hash: amendment.baseHash,
        content_hash: amendment.contentHash,
        drafted_by_id: request.drafter.userId,
        drafted_at: amendment.draftedAt,
        submitted_at: later(amendment.draftedAt, minute),
        signed_by_id: signer.userId,
        issued_at: issuedAt,
        document_number: documentNumber,
        document_date: dayOf(issuedAt),
        result_hash: contentHash,
        signature: sign(null, bytes, key.key).toString("base64url"),
        signing_key_id: key.id,
        issued_tx: 1,
        version: 3,
      },
    ];
  });
}
