import { holdAnswer, subscriberAnswer } from "./answers";
import { addPayment, addVictim, askSubscribers, openCase, moveOn } from "./cases";
import { answerItem, askBack, newRequest, sign, take } from "./course";
import { accountItems, groupedPhone, targetOf } from "./flow";
import { holdsOf } from "./holds";
import type { Institution, Member, StoryCase, StoryItem, StoryKind, StoryRequest, Unit } from "./model";
import { ago, day, later, minute } from "./random";
import { holderName, plots } from "./words";
import type { World } from "./world";

/** Where a fresh request stands at the moment of seeding; times are minutes before it. */
type Scene = {
  to: string;
  /** Amounts in millions of VND, one per account; a telecom is asked about as many numbers. */
  amounts: number[];
  urgency?: StoryRequest["urgency"];
  kind?: StoryKind;
  sent?: number;
  state: "draft" | "returned" | "pending" | "sent" | "received" | "working" | "asked" | "partly" | "answered";
  account?: string;
  name?: string;
  desk?: number;
  drafter?: number;
};

const half = ["vietinbank", "mb-bank", "techcombank"].map((bank) => `bank:${bank}`);

/** What each demonstration desk finds waiting, besides the ordinary course of things. An answer is due in 60 minutes. */
const scenes: Record<string, Scene[]> = {
  "police:25:pa05": [
    ...half.flatMap((to): Scene[] => [
      { to, amounts: [214], urgency: "urgent", sent: 26, state: "received" },
      { to, amounts: [96, 35], urgency: "urgent", sent: 75, state: "asked" },
      { to, amounts: [128, 64], urgency: "urgent", sent: 41, state: "answered" },
    ]),
    { to: "payment:momo", amounts: [45], urgency: "emergency", sent: 48, state: "received" },
    { to: "payment:momo", amounts: [18, 7], urgency: "urgent", sent: 68, state: "sent" },
    { to: "payment:momo", amounts: [22], urgency: "urgent", sent: 33, state: "answered" },
    { to: "telecom:viettel", amounts: [1], urgency: "emergency", sent: 168, state: "received" },
    { to: "telecom:viettel", amounts: [1, 1], urgency: "emergency", sent: 222, state: "sent" },
    { to: "telecom:viettel", amounts: [1, 1, 1], urgency: "normal", sent: 900, state: "asked" },
    { to: "bank:mb-bank", amounts: [500], urgency: "emergency", state: "pending", sent: 4 },
    { to: "bank:sacombank", amounts: [86.4], urgency: "urgent", state: "pending", sent: 9 },
    { to: "bank:bidv", amounts: [214], urgency: "urgent", state: "pending", sent: 31 },
    { to: "telecom:viettel", amounts: [1, 1], urgency: "normal", state: "pending", sent: 44 },
    { to: "bank:acb", amounts: [128.4], urgency: "normal", state: "pending", sent: 66 },
    { to: "payment:momo", amounts: [12.5], urgency: "urgent", state: "pending", sent: 17 },
    { to: "bank:tpbank", amounts: [73], urgency: "urgent", state: "returned", sent: 55 },
    { to: "bank:vpbank", amounts: [41, 20], urgency: "normal", state: "returned", sent: 140 },
    { to: "bank:vietcombank", amounts: [310], urgency: "urgent", state: "draft", sent: 12 },
  ],
  "police:25:pc02": [
    {
      to: "bank:vietinbank",
      kind: "ACCOUNT_FREEZE",
      amounts: [1_200, 420, 300, 140, 80],
      urgency: "urgent",
      sent: 13,
      state: "sent",
      account: "109255183304",
      name: "CTY SO AN PHAT",
    },
    { to: "bank:mb-bank", amounts: [88], urgency: "urgent", sent: 48, state: "sent" },
    { to: "bank:techcombank", amounts: [150], urgency: "urgent", sent: 7, state: "pending" },
    { to: "bank:vietinbank", amounts: [64], urgency: "urgent", sent: 37, state: "answered" },
  ],
  "police:31:pc02": [
    {
      to: "bank:vietinbank",
      amounts: [86.5],
      urgency: "urgent",
      sent: 102,
      state: "working",
      account: "105077432281",
      name: "LE VAN HUNG",
      desk: 1,
    },
    { to: "bank:mb-bank", amounts: [52], urgency: "urgent", sent: 102, state: "received" },
    { to: "bank:techcombank", amounts: [39], urgency: "urgent", sent: 68, state: "sent" },
  ],
  "police:01:pa05": [
    {
      to: "bank:vietinbank",
      amounts: [180, 92, 40],
      urgency: "urgent",
      sent: 68,
      state: "partly",
      account: "101733906642",
      name: "NGUYEN THI KIM CHI",
      desk: 1,
    },
    { to: "bank:techcombank", amounts: [260], urgency: "emergency", sent: 48, state: "received" },
    { to: "telecom:viettel", amounts: [1], urgency: "emergency", sent: 120, state: "working" },
  ],
  "police:01:pc02": [
    {
      to: "bank:vietinbank",
      amounts: [45],
      urgency: "urgent",
      sent: 42,
      state: "sent",
      account: "113400827715",
      name: "PHAM GIA BAO",
    },
  ],
};

/** One fresh case per unit carries the scenes of its desk; Phú Thọ's PA05 spreads them over its known cases. */
export function deskCases(world: World): StoryCase[] {
  return Object.entries(scenes).flatMap(([code, list]) => {
    const unit = world.unit(code);
    const cases =
      code === "police:25:pa05" ? knownCases(world, unit) : [freshCase(world, unit, undefined, 0.6)];
    for (const [index, scene] of list.entries()) {
      const story = cases[index % cases.length];
      if (story) play(world, story, scene);
    }
    for (const story of cases) {
      for (const request of story.requests) holdsOf(world, story, request);
      // A freeze is a procedural order: its case has been initiated.
      const initiatedAt = story.requests.some(({ kind }) => kind === "ACCOUNT_FREEZE")
        ? later(story.reportedAt, 9 * 60 * minute)
        : null;
      moveOn(world, story, initiatedAt, (world.now.getTime() - story.reportedAt.getTime()) / day);
    }
    return cases;
  });
}

const known = [
  { serial: 409, plot: 1, title: "Đầu tư chứng khoán giả", daysAgo: 2 },
  { serial: 391, plot: 2, title: "Tuyển cộng tác viên online", daysAgo: 7 },
  { serial: 368, plot: 3, title: "Chiếm Facebook, vay tiền", daysAgo: 13 },
  { serial: 342, plot: 4, title: "Giả shipper thu tiền hàng", daysAgo: 18.4 },
];

function knownCases(world: World, unit: Unit): StoryCase[] {
  return known.map(({ serial, plot, title, daysAgo }) =>
    freshCase(world, unit, { serial, plot, title }, daysAgo),
  );
}

function freshCase(
  world: World,
  unit: Unit,
  given: { serial: number; plot: number; title: string } | undefined,
  daysAgo: number,
): StoryCase {
  const plot = plots[given?.plot ?? 0];
  const lead = unit.investigators[0];
  if (!plot || !lead) throw new Error(`${unit.code} has nobody to lead a case`);
  return openCase(world, {
    unit,
    lead,
    plot,
    title: given?.title,
    serial: given?.serial,
    reportedAt: ago(world.now, daysAgo * 24 * 60 + 240),
    members: unit.investigators,
  });
}

/** A restricted case of Phú Thọ's PA05, seen by its members alone. */
export function restrictedCase(world: World): StoryCase {
  const unit = world.unit("police:25:pa05");
  const lead = unit.investigators[0];
  const plot = plots[5];
  if (!lead || !plot) throw new Error("the restricted case has nobody to lead it");
  const members = [lead, unit.signerOf("ACCOUNT_SUSPEND"), unit.signerOf("ACCOUNT_FREEZE")];
  const story = openCase(world, {
    unit,
    lead,
    plot,
    title: "Vụ việc hạn chế: đường dây cho thuê tài khoản có người trong ngành ngân hàng",
    reportedAt: ago(world.now, 3 * 24 * 60),
    restricted: true,
    members,
  });
  play(world, story, {
    to: "bank:techcombank",
    amounts: [420],
    urgency: "urgent",
    sent: 35,
    state: "received",
  });
  play(world, story, {
    to: "bank:vietinbank",
    amounts: [180],
    urgency: "urgent",
    sent: 20,
    state: "pending",
  });
  askSubscribers(world, story, ago(world.now, 2 * 24 * 60));
  for (const request of story.requests) holdsOf(world, story, request);
  moveOn(world, story, null, 3);
  return story;
}

function play(world: World, story: StoryCase, scene: Scene): void {
  const { random } = world;
  const addressee = world.institution(scene.to);
  const sentAt = ago(world.now, scene.sent ?? 30);
  const createdAt = later(sentAt, -14 * minute);
  const drafter = story.lead;
  const items =
    addressee.kind === "telecom"
      ? numbers(world, story, addressee, scene, createdAt)
      : accounts(world, story, addressee, scene, createdAt);
  const kind =
    scene.kind ??
    (addressee.kind === "telecom"
      ? "SUBSCRIBER_INFO"
      : addressee.kind === "bank"
        ? "ACCOUNT_SUSPEND"
        : "EWALLET_SUSPEND");
  const grounds =
    kind === "SUBSCRIBER_INFO"
      ? "Số điện thoại đối tượng dùng để liên lạc với bị hại, cần xác định chủ thuê bao"
      : "Nhận tiền của bị hại theo sao kê kèm theo, đề nghị giữ số tiền tương ứng";
  const request = newRequest(
    world,
    story,
    { kind, urgency: scene.urgency ?? "urgent", addressee, drafter, grounds, items },
    createdAt,
  );
  take(world, request, "request.drafted", createdAt, drafter, "DRAFT", {
    changes: { kind, targets: items.length },
  });
  if (scene.state === "draft") return;
  const signer = story.unit.signerOf(kind);
  take(
    world,
    request,
    "request.submitted",
    scene.state === "pending" ? sentAt : later(createdAt, 4 * minute),
    drafter,
    "PENDING_SIGNATURE",
  );
  if (scene.state === "returned")
    take(world, request, "request.returned", sentAt, signer, "DRAFT", {
      reason: "Bổ sung sao kê của bị hại làm căn cứ trước khi trình lại.",
    });
  if (scene.state === "pending" || scene.state === "returned") return;
  sign(world, request, sentAt);
  // A desk that has not opened the request yet is part of the picture.
  if (scene.state !== "sent" || random.chance(0.5)) request.openedAt = later(sentAt, 3 * minute);
  if (scene.state !== "sent") receive(world, request, scene, sentAt);
}

function receive(world: World, request: StoryRequest, scene: Scene, sentAt: Date): void {
  const desk = request.addressee.desk[scene.desk ?? 0] ?? request.addressee.desk[0];
  if (!desk) throw new Error(`nobody answers at ${scene.to}`);
  request.assignee = desk;
  take(world, request, "request.acknowledged", later(sentAt, 5 * minute), desk, "ACKNOWLEDGED", {
    shared: true,
  });
  if (scene.state === "received") return;
  take(world, request, "request.started", later(sentAt, 6 * minute), desk, "IN_PROGRESS", { shared: true });
  if (scene.state === "asked") void askBack(world, request, desk, later(sentAt, 12 * minute), 40 * day);
  if (scene.state === "partly") {
    request.answering = desk;
    answerSome(world, request, desk, sentAt, 1);
  }
  if (scene.state === "answered") answerSome(world, request, desk, sentAt, request.items.length);
}

function answerSome(world: World, request: StoryRequest, desk: Member, sentAt: Date, count: number): void {
  for (const [index, item] of request.items.slice(0, count).entries()) {
    const at = later(sentAt, (15 + 4 * index) * minute);
    const answer =
      request.kind === "SUBSCRIBER_INFO"
        ? subscriberAnswer(world, at, desk)
        : holdAnswer(world, item, at, desk, 3);
    answerItem(world, request, item, answer);
  }
}

function accounts(
  world: World,
  story: StoryCase,
  to: Institution,
  scene: Scene,
  createdAt: Date,
): StoryItem[] {
  const { random } = world;
  const victim = story.victims[0] ?? addVictim(world, story);
  const from = world.institution("bank:agribank");
  const arrivals = scene.amounts.map((millions, index) => {
    const amount = BigInt(Math.round(millions * 1_000_000));
    const at = later(createdAt, -(20 + 3 * index) * minute);
    const plain = to.kind === "bank" ? `1${random.digits(11)}` : `09${random.digits(8)}`;
    const account = index === 0 ? (scene.account ?? plain) : plain;
    const name = index === 0 ? (scene.name ?? holderName(random)) : holderName(random);
    addPayment(world, story, victim, {
      at,
      amount,
      from,
      fromAccount: "3402205771604",
      to,
      toAccount: account,
      toName: name,
    });
    return { account, name, amount, at };
  });
  return accountItems(world, story, to, arrivals);
}

function numbers(
  world: World,
  story: StoryCase,
  operator: Institution,
  scene: Scene,
  createdAt: Date,
): StoryItem[] {
  return scene.amounts.map(() => {
    const value = `098${world.random.digits(7)}`;
    const target = targetOf(world, story, {
      kind: "phone_number",
      value,
      display: groupedPhone(value),
      institution: operator,
      holderName: null,
      at: createdAt,
    });
    return { id: world.random.uuid(createdAt), target, disputed: null, answer: null };
  });
}
