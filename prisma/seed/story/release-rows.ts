import { decisionHash } from "@/lib/restitution/content";
import { daysHeld } from "@/lib/restitution/days-held";
import type { Row } from "../owner";
import { sealOf } from "./case-rows";
import type { Member, StoryCase, StoryHold } from "./model";
import { hour, later, minute } from "./random";
import { nextDocument, yearNow } from "./next-document";
import type { World } from "./world";

const grounds = "Số tiền truy được từ bị hại; việc trả lại không ảnh hưởng đến xử lý vụ án và thi hành án.";

type Written = {
  appeal: Row[];
  deadline: Row[];
  restitution_decision: Row[];
  restitution_share: Row[];
  restitution_return: Row[];
};

const unitCode = "police:25:pa05";
const voices = [
  {
    name: "Đặng Thị Hòa",
    content: "Tiền trong tài khoản là tiền bán đất của gia đình tôi, có hợp đồng công chứng kèm theo.",
  },
  {
    name: "Vũ Đình Long",
    content: "Tôi là chủ cửa hàng vật liệu, khoản này là khách trả tiền hàng, xin được xem xét giải tỏa.",
  },
  {
    name: "Phùng Thị Mai",
    content: "Tôi bị người quen mượn tài khoản, phần tiền lương của tôi cũng đang bị giữ, đề nghị tách ra.",
  },
  {
    name: "Ngô Văn Thắng",
    content: "Đề nghị giải tỏa vì tôi không quen biết người chuyển tiền và đã trình báo Công an xã.",
  },
  {
    name: "Cao Thị Hường",
    content: "Tài khoản của con tôi đang du học, đề nghị xem xét sớm để đóng học phí.",
  },
] as const;
const answers = {
  UPHELD:
    "Qua rà soát dòng tiền và tài liệu kèm theo, số tiền nêu trên không có nguồn gốc từ bị hại trong vụ việc.",
  REJECTED:
    "Kết quả truy vết cho thấy khoản chuyển của bị hại đi thẳng vào tài khoản này; lệnh giữ còn hiệu lực.",
  WITHDRAWN: "Người đề nghị rút đơn, sẽ nộp lại khi đủ tài liệu.",
} as const;

/**
 * A handful of appeals, one in each state, against holds of Phú Thọ's PA05, and one case of which a decision is half carried out. Drawn
 * from what the story holds anyway; makes the hold's returned sum and the counters true. Called before the holds are written.
 */
export function releaseRows(
  world: World,
  cases: readonly StoryCase[],
  counters: { code_counter: Row[]; document_counter: Row[] },
): Written {
  const unit = world.unit(unitCode);
  const own = cases.filter((story) => story.unit === unit && !story.restricted);
  const active = own.flatMap((story) => story.holds.filter(({ releasedAt }) => releasedAt === null));
  const written: Written = {
    appeal: [],
    deadline: [],
    restitution_decision: [],
    restitution_share: [],
    restitution_return: [],
  };
  const signer = unit.signerOf("ACCOUNT_FREEZE");
  const year = yearNow(world);
  const next = (type: string) => nextDocument(world, counters.document_counter, unit, type);
  const states = ["RECEIVED", "REVIEWING", "UPHELD", "REJECTED", "WITHDRAWN"] as const;
  for (const [index, status] of states.entries()) {
    const hold = active[index];
    if (hold) addAppeal(world, written, hold, status, index, signer, next, year);
  }
  if (written.appeal.length > 0)
    counters.code_counter.push({
      prefix: "KN",
      province_code: unit.provinceCode,
      year,
      last: written.appeal.length,
    });
  const giving = own.find((story) => story.victims.length > 0 && activeFreeze(story));
  if (giving) addDecision(world, written, giving, signer, next);
  return written;
}

const activeFreeze = (story: StoryCase): StoryHold | undefined =>
  story.holds.find(
    ({ releasedAt, request, amount }) =>
      releasedAt === null && request.kind === "ACCOUNT_FREEZE" && amount > 10n,
  );

function addAppeal(
  world: World,
  written: Written,
  hold: StoryHold,
  status: keyof typeof answers | "RECEIVED" | "REVIEWING",
  index: number,
  signer: Member,
  next: (type: string) => string,
  year: number,
): void {
  const { story } = hold.request;
  const { unit } = story;
  const voice = voices[index]!;
  const receivedAt = later(world.now, -(index * 70 + 25) * minute);
  const term = world.term("APPEAL", hold.request.kind, hold.request.urgency, false, receivedAt);
  const endedAt = status in answers ? later(receivedAt, 20 * minute) : null;
  const atBranch = status === "REVIEWING";
  const decided = status === "UPHELD" || status === "REJECTED";
  // Whoever drafted the order does not look into the appeal.
  const reviewer = unit.investigators.find(({ userId }) => userId !== hold.request.drafter.userId);
  const id = world.random.uuid(receivedAt);
  written.appeal.push({
    id,
    code: `KN-${unit.provinceCode}-${year}-${String(index + 1).padStart(6, "0")}`,
    hold_id: hold.id,
    request_id: hold.request.id,
    case_id: story.id,
    requester_org_id: unit.id,
    holder_org_id: hold.request.addressee.id,
    intake_org_id: atBranch ? hold.request.addressee.id : unit.id,
    province_code: unit.provinceCode,
    channel: atBranch ? "bank_branch" : (["counter", "hotline", "post", "online"] as const)[index % 4],
    appellant: voice.name,
    contact: `09${world.random.digits(8)}`,
    content: voice.content,
    status,
    received_at: receivedAt,
    due_at: term.dueAt,
    span_minutes: term.spanMinutes,
    received_by_id: (atBranch ? (hold.request.addressee.desk[0] ?? story.lead) : story.lead).userId,
    reviewer_id: status === "RECEIVED" ? null : (reviewer?.userId ?? null),
    decided_by_id: decided ? signer.userId : null,
    ended_at: endedAt,
    ground: status === "REJECTED" ? "trail_leads_here" : null,
    answer: status in answers ? answers[status as keyof typeof answers] : null,
    document_number: decided ? next("CV") : null,
    document_date: decided && endedAt ? endedAt.toISOString().slice(0, 10) : null,
    version: 1,
  });
  const { policy } = term;
  written.deadline.push({
    subject: "APPEAL",
    label: policy.note ?? "APPEAL",
    appeal_id: id,
    case_id: story.id,
    request_id: hold.request.id,
    owner_org_id: unit.id,
    requester_org_id: unit.id,
    province_code: unit.provinceCode,
    kind_code: null,
    ...sealOf(story),
    policy: {
      id: policy.id,
      unit: policy.unit,
      value: policy.value,
      verify: policy.verify,
      note: policy.note,
      source: policy.source,
      legalBasis: policy.legalBasis,
    },
    starts_at: receivedAt,
    due_at: term.dueAt,
    paused_at: null,
    pauses: [],
    state: endedAt ? (status === "WITHDRAWN" ? "cancelled" : "met") : "running",
    ended_at: endedAt,
    span_minutes: term.spanMinutes,
  });
}

/** One hold goes back to the case's first victim: decided yesterday, four tenths of it paid this morning. */
function addDecision(
  world: World,
  written: Written,
  story: StoryCase,
  signer: Member,
  next: (type: string) => string,
): void {
  const hold = activeFreeze(story)!;
  const victim = story.victims[0]!;
  const paid = story.payments.filter(({ victimId }) => victimId === victim.id);
  const loss = paid.reduce((sum, { amount }) => sum + amount, 0n);
  const amount = hold.amount < loss ? hold.amount : loss;
  const drafter = story.lead.userId === signer.userId ? null : story.lead;
  if (amount <= 10n || !drafter) return;
  const back = (amount * 4n) / 10n;
  const approvedAt = later(world.now, -26 * hour);
  const returnedAt = later(world.now, -3 * hour);
  if (hold.from >= approvedAt) return;
  const [decision, share] = [world.random.uuid(approvedAt), world.random.uuid(approvedAt)];
  const holder = hold.request.addressee;
  const days = daysHeld(hold.from, approvedAt);
  written.restitution_decision.push({
    id: decision,
    case_id: story.id,
    unit_id: story.unit.id,
    province_code: story.unit.provinceCode,
    status: "APPROVED",
    grounds,
    payee: "victim",
    total: amount,
    drafter_id: drafter.userId,
    signer_id: signer.userId,
    signer_title: "head_of_investigation_agency",
    document_number: next("QĐ"),
    document_date: later(approvedAt, 7 * hour)
      .toISOString()
      .slice(0, 10),
    content_hash: decisionHash(
      {
        id: decision,
        caseId: story.id,
        grounds,
        payee: "victim",
        custody: null,
        attachmentId: null,
        total: amount,
        drafterId: drafter.userId,
      },
      [
        {
          position: 1,
          holdId: hold.id,
          victimId: victim.id,
          traced: 0n,
          proposed: amount,
          amount,
          ground: null,
          daysHeld: days,
          payeeName: victim.fullName,
          payeeAccount: paid[0]?.fromAccount ?? null,
          payeeInstitutionId: paid[0]?.from.id ?? null,
        },
      ],
    ),
    holder_org_ids: [holder.id],
    created_at: later(approvedAt, -3 * hour),
    submitted_at: later(approvedAt, -2 * hour),
    approved_at: approvedAt,
    version: 3,
  });
  written.restitution_share.push({
    id: share,
    decision_id: decision,
    case_id: story.id,
    hold_id: hold.id,
    request_id: hold.request.id,
    holder_org_id: holder.id,
    victim_id: victim.id,
    position: 1,
    traced: 0n,
    proposed: amount,
    amount,
    days_held: days,
    payee_name: victim.fullName,
    payee_account: paid[0]?.fromAccount ?? null,
    payee_institution_id: paid[0]?.from.id ?? null,
    issued_at: approvedAt,
    returned: back,
    version: 3,
  });
  written.restitution_return.push({
    share_id: share,
    decision_id: decision,
    case_id: story.id,
    hold_id: hold.id,
    holder_org_id: holder.id,
    amount: back,
    returned_at: returnedAt,
    reference: `FT${world.random.digits(10)}`,
    recorded_by_id: (holder.desk[0] ?? drafter).userId,
    recorded_at: returnedAt,
  });
  hold.returned = back;
  hold.returnedAt = returnedAt;
}
