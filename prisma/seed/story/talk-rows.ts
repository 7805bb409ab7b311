import type { Row } from "../owner";
import { eventOf, type Timed } from "./event-rows";
import { type Member, stepAt, type StoryCase, type StoryRequest, statusOf } from "./model";
import { later, minute, Random } from "./random";
import type { World } from "./world";

type Side = "unit" | "desk";
type Line = { from: Side; after: number; body: string; inside?: boolean; names?: boolean };

/** Minutes after the desk took the request in hand. */
const talks: Line[][] = [
  [
    {
      from: "desk",
      after: 2,
      body: "Tài khoản thứ hai có hai giao dịch cùng số tiền lúc 9 giờ. Đơn vị cho biết giao dịch nào của bị hại?",
    },
    {
      from: "unit",
      after: 4,
      body: "Giao dịch lúc 9:12, nội dung “hoan tat ho so”. Giao dịch còn lại không liên quan.",
    },
    {
      from: "desk",
      after: 5,
      inside: true,
      names: true,
      body: "Em giữ phần 9:12 trước, nhờ anh xem lại hạn mức phong tỏa.",
    },
    { from: "desk", after: 7, body: "Đã rõ. Ngân hàng đang rà soát, có kết quả sẽ trả lời ngay trên cổng." },
  ],
  [
    {
      from: "unit",
      after: 1,
      body: "Bị hại báo đối tượng hẹn rút tiền tại quầy trong sáng nay, đề nghị ưu tiên.",
    },
    {
      from: "desk",
      after: 3,
      body: "Đã báo phòng giao dịch nơi mở tài khoản. Hiện chưa phát sinh giao dịch rút.",
    },
  ],
  [
    {
      from: "desk",
      after: 2,
      body: "Tên chủ tài khoản trên yêu cầu khác một chữ so với hệ thống (Thanh / Thành). Ngân hàng vẫn xử lý theo số tài khoản.",
    },
    { from: "unit", after: 6, body: "Đồng ý, tên do bị hại nhớ lại. Số tài khoản đã đối chiếu với sao kê." },
    {
      from: "unit",
      after: 8,
      inside: true,
      names: true,
      body: "Anh xem giúp: nếu ngân hàng giữ được, ta làm tiếp lớp 2 ngay trong ca này.",
    },
  ],
  [
    {
      from: "unit",
      after: 2,
      body: "Đề nghị ngân hàng báo thêm giờ của từng lần chuyển đi, để truy lớp tiếp theo.",
    },
    {
      from: "desk",
      after: 5,
      body: "Bảng giao dịch theo giờ sẽ được ghi trong phần chuyển tiếp của câu trả lời.",
    },
  ],
];

/** What both sides said about requests of the reference screens' units, and what some said among themselves. */
export function talkRows(world: World, cases: readonly StoryCase[]): { rows: Row[]; events: Timed[] } {
  const random = new Random(20_261_122);
  const rows: Row[] = [];
  const events: Timed[] = [];
  const open = ["ACKNOWLEDGED", "IN_PROGRESS", "PARTLY_ANSWERED"];
  const talked = cases
    .filter(({ unit, restricted }) => unit.code === "police:25:pa05" && !restricted)
    .flatMap(({ requests }) => requests)
    .filter((request) => request.assignee && open.includes(statusOf(request)))
    .sort((a, b) => takenAt(b).getTime() - takenAt(a).getTime())
    .slice(0, 8);
  for (const [index, request] of talked.entries()) {
    for (const line of talks[index % talks.length]!) {
      const sentAt = later(takenAt(request), line.after * minute);
      if (sentAt > world.now) continue;
      const author = line.from === "desk" ? request.assignee! : request.drafter;
      const id = random.uuid(sentAt);
      rows.push({
        id,
        request_id: request.id,
        org_id: author.orgId,
        membership_id: author.membershipId,
        author_id: author.userId,
        kind: "message",
        internal: line.inside ?? false,
        body: line.body,
        mentions: line.names ? namedBy(request, author) : [],
        sent_at: sentAt,
      });
      if (!line.inside) events.push(saidAcross(request, author, sentAt));
    }
  }
  return { rows, events };
}

const takenAt = (request: StoryRequest): Date =>
  stepAt(request, "request.acknowledged") ?? stepAt(request, "request.signed") ?? request.story.reportedAt;

/** A colleague of the same organisation. */
function namedBy(request: StoryRequest, author: Member): string[] {
  const colleagues = author.orgId === request.story.unit.id ? [request.signer] : request.addressee.desk;
  const other = colleagues.find((one) => one && one.membershipId !== author.membershipId);
  return other ? [other.membershipId] : [];
}

const saidAcross = (request: StoryRequest, by: Member, at: Date): Timed =>
  eventOf(request, { type: "request.message_sent", at, by, shared: true, changes: { code: request.code } });
