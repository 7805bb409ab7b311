import type { Row } from "../owner";
import { lossOf, type StoryCase } from "./model";
import { later, minute } from "./random";

/** Columns by which a restricted record is shut to everybody but its members. */
export const sealOf = (story: StoryCase) => ({
  restricted: story.restricted,
  sealed_to: story.restricted ? story.members.map(({ membershipId }) => membershipId) : [],
});
export const openedAt = (story: StoryCase) => later(story.reportedAt, 3 * minute);

export function caseRow(story: StoryCase): Row {
  return {
    id: story.id,
    code: story.code,
    province_code: story.unit.provinceCode,
    unit_id: story.unit.id,
    ...sealOf(story),
    source_kind: story.sourceKind,
    channel: story.channel,
    fraud_type_code: story.fraudType,
    contact_channels: story.contactChannels,
    title: story.title,
    summary: story.summary,
    status: story.status,
    decision_number: story.decision?.number ?? null,
    decision_date: story.decision?.at.toISOString().slice(0, 10) ?? null,
    reported_at: story.reportedAt,
    first_transfer_at: story.firstTransferAt,
    reported_loss: lossOf(story),
    lead_id: story.lead.membershipId,
    created_by_id: story.lead.userId,
    version: 1 + story.statusSteps.length,
    created_at: openedAt(story),
    updated_at: story.statusSteps.at(-1)?.at ?? openedAt(story),
  };
}

export function memberRows(story: StoryCase): Row[] {
  return story.members.map(({ membershipId }) => ({
    case_id: story.id,
    membership_id: membershipId,
    added_at: openedAt(story),
  }));
}

/** What an officer writes down beside the forms. */
export function noteRows(story: StoryCase): Row[] {
  const [victim] = story.victims;
  if (!victim) return [];
  const note = (minutes: number, body: string) => ({
    case_id: story.id,
    author_id: story.lead.userId,
    body,
    created_at: later(story.reportedAt, minutes * minute),
  });
  return [
    note(9, `Đã gọi lại cho bị hại ${victim.fullName}, yêu cầu giữ máy và không xóa tin nhắn.`),
    note(17, "Bị hại cung cấp sao kê, ảnh chụp màn hình cuộc gọi; đã hướng dẫn khóa ứng dụng ngân hàng."),
  ];
}

export function victimRows(story: StoryCase): Row[] {
  return story.victims.map((victim) => ({
    id: victim.id,
    case_id: story.id,
    full_name: victim.fullName,
    person_id: victim.personId,
    phone: victim.phone,
    address: victim.address,
    reported_loss: victim.loss,
  }));
}

export function paymentRows(story: StoryCase): Row[] {
  return story.payments.map((payment) => ({
    id: payment.id,
    case_id: story.id,
    victim_id: payment.victimId,
    at: payment.at,
    amount: payment.amount,
    from_institution_id: payment.from.id,
    from_account: payment.fromAccount,
    to_institution_id: payment.to.id,
    to_account: payment.toAccount,
    to_name: payment.toName,
  }));
}

export function targetRows(story: StoryCase): Row[] {
  return story.targets.map((target) => ({
    id: target.id,
    case_id: story.id,
    kind: target.kind,
    value: target.value,
    display: target.display,
    institution_id: target.institution?.id ?? null,
    holder_name: target.holderName,
    created_at: target.at > openedAt(story) ? target.at : openedAt(story),
  }));
}

export function holdRows(story: StoryCase): Row[] {
  return story.holds.map((hold) => ({
    id: hold.id,
    case_id: story.id,
    request_id: hold.request.id,
    item_id: hold.item.id,
    holder_org_id: hold.request.addressee.id,
    account: hold.item.target.value,
    amount: hold.amount,
    disputed_amount: hold.item.disputed ?? hold.amount,
    from_at: hold.from,
    until_at: hold.until,
    confirmed_by_id: hold.confirmedBy?.id ?? null,
    released_at: hold.releasedAt,
    release_reason: hold.releaseReason,
    returned_amount: hold.returned,
  }));
}
