import { answerSchema } from "@/lib/requests/kinds/field-schema";
import { dayOf } from "@/lib/day";
import { pausedQueueAt } from "@/lib/requests/clock";
import { kindOf } from "@/lib/requests/kinds";
import type { Row } from "../owner";
import { sealOf } from "./case-rows";
import { clockOfRequest } from "./deadline-rows";
import {
  cashedOf,
  disputedOf,
  movedOf,
  statusOf,
  stepAt,
  type StoryAnswer,
  type StoryItem,
  type StoryRequest,
} from "./model";
import type { World } from "./world";

const sumOf = (request: StoryRequest, amountOf: (answer: StoryAnswer) => bigint) =>
  request.items.reduce((sum, { answer }) => sum + (answer ? amountOf(answer) : 0n), 0n);
const closing = ["request.accepted", "request.withdrawn", "request.discarded"];

/** The procuracy that is told of it; null for kinds of which none is. */
export const procuracyOfStory = (request: StoryRequest): string | null =>
  kindOf(request.kind).notifiesProcuracy ? request.story.unit.procuracyId : null;

export function requestRow(world: World, request: StoryRequest): Row {
  const { story } = request;
  const status = statusOf(request);
  const [first] = request.items;
  const created = stepAt(request, "request.drafted") ?? story.reportedAt;
  const signed = request.signer ? stepAt(request, "request.signed") : null;
  const submitted = request.steps.findLast(({ type }) => type === "request.submitted")?.at ?? null;
  const answered = request.items.filter(({ answer }) => answer).length;
  const desk = [
    "request.acknowledged",
    "request.started",
    "request.clarification_asked",
    "request.answered",
    "request.refused",
  ];
  const firstAction = request.steps.find(({ type }) => desk.includes(type))?.at ?? null;
  const done =
    request.steps.findLast(({ type }) => type === "request.answered" || type === "request.refused")?.at ??
    null;
  const clock = clockOfRequest(world, request);
  return {
    id: request.id,
    code: request.code,
    case_id: story.id,
    kind_code: request.kind,
    urgency: request.urgency,
    status,
    requester_org_id: story.unit.id,
    addressee_org_id: request.addressee.id,
    procuracy_org_id: procuracyOfStory(request),
    province_code: story.unit.provinceCode,
    ...sealOf(story),
    parent_id: request.parent?.id ?? null,
    drafter_id: request.drafter.userId,
    signer_id: request.signer?.userId ?? null,
    assignee_id: request.assignee?.membershipId ?? null,
    answering_id: request.answering?.membershipId ?? null,
    answering_at: request.answering ? world.now : null,
    grounds: request.grounds,
    legal_bases: request.legalBases,
    disputed_amount: disputedOf(request),
    held_amount: sumOf(request, ({ held }) => held),
    moved_amount: sumOf(request, movedOf),
    cashed_out_amount: sumOf(request, cashedOf),
    item_count: request.items.length,
    answered_count: answered,
    first_target_label: first?.target.display ?? null,
    first_target_name: first?.target.holderName ?? null,
    first_transfer_at: story.firstTransferAt,
    document_number: request.documentNumber,
    document_date: signed ? dayOf(signed) : null,
    content_hash: request.contentHash,
    stated_reason:
      request.steps.findLast(({ type }) =>
        ["request.returned", "request.refused", "request.withdrawn"].includes(type),
      )?.reason ?? null,
    refusal_ground: request.refusalGround,
    submitted_at: status === "DRAFT" ? null : submitted,
    sent_at: stepAt(request, "request.signed"),
    opened_at: request.openedAt,
    acknowledged_at: firstAction,
    first_action_at: firstAction,
    answered_at: status === "NOT_EXECUTED" || answered === request.items.length ? done : null,
    closed_at: request.steps.findLast(({ type }) => closing.includes(type))?.at ?? null,
    due_at: clock?.dueAt ?? null,
    paused_at: clock?.pausedAt ?? null,
    queue_at: clock ? (clock.pausedAt ? pausedQueueAt : clock.dueAt) : null,
    span_minutes: request.term?.spanMinutes ?? null,
    version: Math.max(1, request.steps.length),
    created_at: created,
    updated_at: request.steps.at(-1)?.at ?? created,
  };
}

/** Items with their answers, parsed by the kind's own schema: what the seed writes is what a desk could have sent. */
export function itemRows(request: StoryRequest): Row[] {
  const money = kindOf(request.kind).hold !== null;
  return request.items.map((item, index) => {
    const { target, answer } = item;
    const hold = request.story.holds.find((one) => one.item === item);
    const known = answer !== null && money && ["HELD", "MOVED_ON", "CASHED_OUT"].includes(answer.outcome);
    return {
      id: item.id,
      request_id: request.id,
      target_id: target.id,
      position: index + 1,
      kind: target.kind,
      value: target.value,
      display: target.display,
      holder_name: target.holderName,
      institution_id: target.institution?.id ?? null,
      disputed_amount: item.disputed,
      over_ground: item.overGround ?? null,
      details: item.details ?? null,
      outcome: answer?.outcome ?? null,
      answer: answer
        ? answerSchema(kindOf(request.kind), answer.at).parse(answerOf(item, answer, hold?.until ?? null))
        : null,
      held_amount: answer?.outcome === "HELD" ? answer.held : null,
      held_until: hold?.until ?? null,
      moved_amount: known ? movedOf(answer) : null,
      cashed_out_amount: known ? cashedOf(answer) : null,
      answered_at: answer?.at ?? null,
      answered_by_id: answer?.by.userId ?? null,
      version: answer ? 2 : 1,
    };
  });
}

function answerOf(item: StoryItem, answer: StoryAnswer, until: Date | null): Record<string, unknown> {
  const { outcome, words } = answer;
  if (outcome !== "HELD" && outcome !== "MOVED_ON" && outcome !== "CASHED_OUT") return { outcome, ...words };
  return {
    outcome,
    ...words,
    ...(outcome === "HELD"
      ? { amount: answer.held.toString(), ...(until ? { until: until.toISOString() } : {}) }
      : {}),
    transfers: answer.transfers.map(({ at, amount, to, toAccount, toName }) => ({
      at: at.toISOString(),
      amount: amount.toString(),
      toInstitutionId: to.id,
      toAccount,
      ...(toName ? { toName } : {}),
    })),
    cashOuts: answer.cashOuts.map(({ amount, at, channel, place }) => ({
      amount: amount.toString(),
      at: at.toISOString(),
      channel,
      place,
    })),
  };
}

export function transferRows(request: StoryRequest): Row[] {
  return request.items.flatMap(({ id, target, answer }) =>
    (answer?.transfers ?? []).map((transfer) => ({
      id: transfer.id,
      case_id: request.story.id,
      request_id: request.id,
      item_id: id,
      reporter_org_id: request.addressee.id,
      at: transfer.at,
      amount: transfer.amount,
      from_account: target.value,
      from_institution_id: target.institution?.id ?? null,
      to_account: transfer.toAccount,
      to_institution_id: transfer.to.id,
      to_name: transfer.toName || null,
      created_at: answer?.at ?? transfer.at,
    })),
  );
}

export function clarificationRows(request: StoryRequest): Row[] {
  const { clarification } = request;
  if (!clarification) return [];
  return [
    {
      request_id: request.id,
      question: clarification.question,
      asked_by_id: clarification.askedBy.userId,
      asked_at: clarification.askedAt,
      reply: clarification.reply ?? null,
      replied_by_id: clarification.repliedBy?.userId ?? null,
      replied_at: clarification.repliedAt ?? null,
    },
  ];
}
