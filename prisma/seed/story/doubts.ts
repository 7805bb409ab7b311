import type { Row } from "../owner";
import { type StoryCase, type StoryRequest, statusOf, stepAt } from "./model";
import { later, minute, Random } from "./random";
import type { World } from "./world";

const note = "Gọi số trên văn bản không có người nhấc máy.";
const found = "Đã gọi lại theo số trong danh bạ, đơn vị xác nhận văn bản là thật.";

/**
 * A bank doubted an order of Phú Thọ's PA05 and called back; the other commander found it genuine minutes later. Taken of what was
 * answered since, so that nothing waits for it.
 */
export function doubtOne(world: World, cases: readonly StoryCase[]): void {
  const request = cases
    .filter(({ unit, restricted, serial }) => unit.code === "police:25:pa05" && !restricted && serial !== 417)
    .flatMap(({ requests }) => requests)
    .find((one) => ["ANSWERED", "ACCEPTED"].includes(statusOf(one)) && one.assignee && hasRoom(one));
  if (!request?.assignee || !request.signer) return;
  const { signer, story } = request;
  const other = [story.unit.signerOf("ACCOUNT_SUSPEND"), story.unit.signerOf("ACCOUNT_FREEZE")].find(
    ({ userId }) => userId !== signer.userId && userId !== request.drafter.userId,
  );
  const knownAt = stepAt(request, "request.acknowledged");
  if (!other || !knownAt) return;
  const [raisedAt, decidedAt] = [later(knownAt, minute), later(knownAt, 6 * minute)];
  if (decidedAt > world.now) return;
  request.doubt = { raisedBy: request.assignee, raisedAt, decidedBy: other, decidedAt };
  const place = request.steps.findIndex(({ type }) => type === "request.acknowledged") + 1;
  const told = { to: request.steps[place - 1]!.to, shared: true };
  request.steps.splice(
    place,
    0,
    {
      ...told,
      type: "request.suspected",
      at: raisedAt,
      by: request.assignee,
      reason: note,
      changes: { ground: "call_back_failed" },
    },
    { ...told, type: "request.found_genuine", at: decidedAt, by: other, reason: found },
  );
}

/** Nothing else happened in the minutes after the desk had it. */
function hasRoom(request: StoryRequest): boolean {
  const index = request.steps.findIndex(({ type }) => type === "request.acknowledged");
  const [known, next] = [request.steps[index], request.steps[index + 1]];
  return Boolean(known && next && next.at > later(known.at, 8 * minute));
}

export function suspicionRows(requests: readonly StoryRequest[]): Row[] {
  const random = new Random(20_261_124);
  return requests.flatMap(({ doubt, signer, ...request }) =>
    doubt && signer
      ? [
          {
            id: random.uuid(doubt.raisedAt),
            request_id: request.id,
            request_code: request.code,
            reason: "call_back_failed",
            requester_org_id: request.story.unit.id,
            addressee_org_id: request.addressee.id,
            province_code: request.story.unit.provinceCode,
            signer_id: signer.userId,
            drafter_id: request.drafter.userId,
            holds_sender: true,
            raised_by_id: doubt.raisedBy.membershipId,
            raised_at: doubt.raisedAt,
            decided_by_id: doubt.decidedBy.membershipId,
            decided_at: doubt.decidedAt,
            decision: "genuine",
            restored_by_id: doubt.decidedBy.membershipId,
            restored_at: doubt.decidedAt,
          },
        ]
      : [],
  );
}
