import { holdAnswer, subscriberAnswer } from "./answers";
import { addPayment, addVictim } from "./case-file";
import { answerItem, askBack } from "./course";
import type { Scene } from "./desk-scenes";
import { accountItems, groupedPhone, targetOf } from "./flow";
import { newRequest, sign, take } from "./issue";
import type { Institution, Member, StoryCase, StoryItem, StoryRequest } from "./model";
import { ago, day, later, minute } from "./random";
import { holderName } from "./words";
import type { World } from "./world";

/** Writes one scene into a case: the request as it stands at the moment of seeding. */
export function playScene(world: World, story: StoryCase, scene: Scene): void {
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
