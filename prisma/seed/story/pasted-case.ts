import { answerItem } from "./course";
import { addPayment, addVictim, moveOn, openCase } from "./case-file";
import { accountItems, grouped, groupedPhone, targetOf } from "./flow";
import { holdsOf } from "./holds";
import { newRequest, sign, take } from "./issue";
import type { StoryCase, StoryItem, StoryRequest } from "./model";
import { ago, later, minute } from "./random";
import { plots } from "./words";
import type { World } from "./world";

const million = 1_000_000n;
/** What the victim tells, as it was pasted; the case keeps it as its summary. */
const statement =
  "Khoảng 9h15 sáng nay có người gọi xưng là nhân viên điện lực, bảo tôi nợ tiền điện và hướng dẫn cài ứng dụng EVN giả. " +
  "Tôi chuyển 62.000.000đ vào 1040 5571 9033 VietinBank, 45tr vào 19036671204418 Techcombank, 38.500.000đ vào 0915 220 847 MoMo, " +
  "rồi 27 triệu vào 0350114476290 MB. Số gọi đến: 0968 774 103 và 0967 551 208.";

/**
 * A case that was opened from a pasted statement an hour ago: its requests to four organisations wait together for the commander, and
 * two banks hold more than the trail brought to them, for the release desk to look at.
 */
export function pastedCase(world: World): StoryCase {
  const unit = world.unit("police:25:pa05");
  const lead = unit.investigators[0];
  const plot = plots[0];
  if (!lead || !plot) throw new Error("the pasted statement has nobody to take it");
  const reportedAt = ago(world.now, 190);
  const story = openCase(world, {
    unit,
    lead,
    plot,
    title: "Giả danh nhân viên điện lực, cài ứng dụng giả",
    reportedAt,
    members: unit.investigators,
  });
  story.channel = "hotline";
  story.sourceKind = "CRIME_NOTICE";
  story.summary = statement;
  waitingTogether(world, story);
  heldBeyondTheTrail(world, story, "bank:techcombank", "19027714405518", "HOANG THI MINH THU", 45n, 120n);
  heldBeyondTheTrail(world, story, "bank:mb-bank", "0680117440295", "TRAN DINH PHUC", 0n, 64n);
  for (const request of story.requests) holdsOf(world, story, request);
  moveOn(world, story, null, 0.1);
  return story;
}

const paid = [
  ["bank:vietinbank", "104055719033", "PHAM THI KIM OANH", 62_000_000n],
  ["bank:techcombank", "19036671204418", "LUONG VAN TIEN", 45_000_000n],
  ["payment:momo", "0915220847", "DO MANH CUONG", 38_500_000n],
  ["bank:mb-bank", "0350114476290", "BUI QUANG VINH", 27_000_000n],
] as const;

function waitingTogether(world: World, story: StoryCase): void {
  const victim = addVictim(world, story, "Lý Thu Ngân");
  const from = world.institution("bank:agribank");
  const createdAt = ago(world.now, 26);
  for (const [index, [code, account, name, amount]] of paid.entries()) {
    const to = world.institution(code);
    const at = later(story.reportedAt, (index - 40) * 3 * minute);
    const [toAccount, toName] = [account, name];
    addPayment(world, story, victim, {
      at,
      amount,
      from,
      fromAccount: "3402205118873",
      to,
      toAccount,
      toName,
    });
    const items = accountItems(world, story, to, [{ account, name, amount, at }]);
    handIn(
      world,
      story,
      to.kind === "bank" ? "ACCOUNT_SUSPEND" : "EWALLET_SUSPEND",
      code,
      items,
      createdAt,
      index,
    );
  }
  const viettel = world.institution("telecom:viettel");
  const numbers = ["0968774103", "0967551208"].map((value): StoryItem => ({
    id: world.random.uuid(createdAt),
    target: targetOf(world, story, {
      kind: "phone_number",
      value,
      display: groupedPhone(value),
      institution: viettel,
      holderName: null,
      at: createdAt,
    }),
    disputed: null,
    answer: null,
  }));
  handIn(world, story, "SUBSCRIBER_INFO", "telecom:viettel", numbers, createdAt, paid.length);
}

function handIn(
  world: World,
  story: StoryCase,
  kind: StoryRequest["kind"],
  to: string,
  items: StoryItem[],
  createdAt: Date,
  index: number,
): void {
  const at = later(createdAt, index * 1_000);
  const grounds =
    kind === "SUBSCRIBER_INFO"
      ? "Số điện thoại đối tượng dùng để gọi cho bị hại, cần xác định chủ thuê bao"
      : "Nhận tiền của bị hại theo nội dung trình báo, đề nghị giữ số tiền tương ứng";
  const given = {
    kind,
    urgency: "urgent" as const,
    addressee: world.institution(to),
    drafter: story.lead,
    grounds,
    items,
  };
  const request = newRequest(world, story, given, at);
  take(world, request, "request.drafted", at, story.lead, "DRAFT", {
    changes: { kind, targets: items.length },
  });
  take(world, request, "request.submitted", later(at, 8_000), story.lead, "PENDING_SIGNATURE");
}

/** A bank held all that it was asked to hold, and the trail brought less to that account, or nothing. Amounts in millions of VND. */
function heldBeyondTheTrail(
  world: World,
  story: StoryCase,
  code: string,
  account: string,
  name: string,
  brought: bigint,
  asked: bigint,
): void {
  const to = world.institution(code);
  const victim = story.victims[0]!;
  const at = later(story.reportedAt, -30 * minute);
  if (brought > 0n)
    addPayment(world, story, victim, {
      at,
      amount: brought * million,
      from: world.institution("bank:agribank"),
      fromAccount: "3402205118873",
      to,
      toAccount: account,
      toName: name,
    });
  const sentAt = ago(world.now, 118);
  const createdAt = later(sentAt, -12 * minute);
  const item: StoryItem = {
    id: world.random.uuid(createdAt),
    target: targetOf(world, story, {
      kind: "bank_account",
      value: account,
      display: grouped(account),
      institution: to,
      holderName: name,
      at,
    }),
    disputed: asked * million,
    overGround: "Tài khoản xuất hiện trong nhiều tin báo cùng ngày, giữ phần có thể của bị hại khác.",
    answer: null,
  };
  const grounds = "Tài khoản nghi nhận tiền của bị hại, đề nghị giữ trong khi truy vết";
  const given = {
    kind: "ACCOUNT_SUSPEND" as const,
    urgency: "urgent" as const,
    addressee: to,
    drafter: story.lead,
    grounds,
    items: [item],
  };
  const request = newRequest(world, story, given, createdAt);
  take(world, request, "request.drafted", createdAt, story.lead, "DRAFT", {
    changes: { kind: request.kind, targets: 1 },
  });
  take(world, request, "request.submitted", later(createdAt, 3 * minute), story.lead, "PENDING_SIGNATURE");
  sign(world, request, sentAt);
  const desk = to.desk[0];
  if (!desk) throw new Error(`nobody answers at ${code}`);
  request.openedAt = later(sentAt, 2 * minute);
  request.assignee = desk;
  take(world, request, "request.acknowledged", later(sentAt, 4 * minute), desk, "ACKNOWLEDGED", {
    shared: true,
  });
  answerItem(world, request, item, {
    at: later(sentAt, 22 * minute),
    by: desk,
    outcome: "HELD",
    held: asked * million,
    transfers: [],
    cashOuts: [],
    words: {},
  });
}

/** What an investigator pasted and has not finished reading: it lies open on the statement's page. */
export const openStatement =
  "Tôi là Nguyễn Thị Thảo, sáng 10h20 có người nhắn qua Zalo nhận là cháu tôi đang học ở nước ngoài, cần đóng viện phí gấp.\n" +
  "Tôi đã ck 50tr vào stk 1903 7745 2210 16 Techcombank tên DANG VAN KHOA, sau đó thêm 1 lần 35.000.000đ vào 102877310946 VietinBank.\n" +
  "Số Zalo: 0984 553 771. Trang nó gửi: hoc-phi-du-hoc[.]com. Số của tôi 0912 448 305, không phải số này lừa đảo.";
