import { groupedPhone, targetOf } from "./flow";
import { play } from "./course";
import { newRequest } from "./issue";
import type { Institution, Member, StoryAnswer, StoryCase, StoryKind } from "./model";
import { day, hour, later } from "./random";
import { bankName, fullName } from "./words";
import type { World } from "./world";

/** How many of the first unit's cases ask for more than holds and subscribers. */
const shownCases = 4;

type Asking = {
  kind: StoryKind;
  addressee: Institution;
  target: { kind: "bank_account" | "phone_number" | "ip_address"; value: string; display: string };
  grounds: string;
  details?: Record<string, unknown>;
  words: (at: Date) => Record<string, string>;
};

/**
 * A few requests of other kinds on cases that are there already: the holder of an account, a SIM, an address of the network. They come
 * after everything else, so that the story before them stays as it was drawn.
 */
export function otherKinds(world: World, cases: readonly StoryCase[]): void {
  const [unit] = world.units;
  const known = cases.filter(
    (story) =>
      story.unit === unit &&
      !story.restricted &&
      !story.serial &&
      story.members.length > 0 &&
      later(story.reportedAt, 2 * day) < world.now &&
      story.requests.some(({ kind }) => kind === "ACCOUNT_SUSPEND"),
  );
  for (const story of known.slice(0, shownCases))
    for (const [index, asking] of askings(world, story).entries()) ask(world, story, asking, index);
}

function askings(world: World, story: StoryCase): Asking[] {
  const { random } = world;
  const suspension = story.requests.find(({ kind }) => kind === "ACCOUNT_SUSPEND")!;
  const { target } = suspension.items[0]!;
  const viettel = world.institution("telecom:viettel");
  const phone = `098${random.digits(7)}`;
  const address = `171.${random.whole(224, 254)}.${random.whole(1, 250)}.${random.whole(1, 250)}`;
  const holder = () => bankName(fullName(random));
  return [
    {
      kind: "ACCOUNT_INFO",
      addressee: suspension.addressee,
      target: { kind: "bank_account", value: target.value, display: target.display },
      grounds: "Xác định chủ tài khoản đã nhận tiền của bị hại và cách mở tài khoản",
      words: (at) => ({
        holderName: target.holderName ?? holder(),
        openedAt: later(at, -random.between(30, 700) * day).toISOString(),
        identityCheck: "ekyc",
        biometricState: "registered",
      }),
    },
    {
      kind: "SIM_BLOCK",
      addressee: viettel,
      target: { kind: "phone_number", value: phone, display: groupedPhone(phone) },
      grounds: "Số điện thoại đang tiếp tục gọi cho người dân với cùng thủ đoạn",
      words: (at) => ({ doneAt: at.toISOString() }),
    },
    {
      kind: "IP_INFO",
      addressee: viettel,
      target: { kind: "ip_address", value: address, display: address },
      grounds: "Địa chỉ mạng đã đăng nhập tài khoản của bị hại lúc xảy ra vụ việc",
      details: { port: random.whole(1_024, 65_000), seenAt: story.firstTransferAt.toISOString() },
      words: () => ({ subscriberName: holder(), connection: "mobile" }),
    },
  ];
}

function ask(world: World, story: StoryCase, asking: Asking, index: number): void {
  const { random } = world;
  const createdAt = later(story.reportedAt, day + index * hour);
  const target = targetOf(world, story, {
    ...asking.target,
    institution: asking.addressee,
    holderName: null,
    at: createdAt,
  });
  const request = newRequest(
    world,
    story,
    {
      kind: asking.kind,
      urgency: "normal",
      addressee: asking.addressee,
      drafter: random.pick(story.members),
      grounds: asking.grounds,
      items: [{ id: random.uuid(createdAt), target, disputed: null, answer: null, details: asking.details }],
    },
    createdAt,
  );
  const outcome = asking.kind === "SIM_BLOCK" ? "BLOCKED" : "PROVIDED";
  play(world, request, {
    createdAt,
    sentAt: later(createdAt, random.between(1, 6) * hour),
    answer: (_, at: Date, by: Member): StoryAnswer => ({
      at,
      by,
      outcome,
      held: 0n,
      transfers: [],
      cashOuts: [],
      words: asking.words(at),
    }),
  });
}
