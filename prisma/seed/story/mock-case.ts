import { answerItem } from "./course";
import { addPayment, addVictim, openCase } from "./case-file";
import { clockOf } from "./cases";
import { accountItems, type Arrival, groupedPhone, targetOf } from "./flow";
import { holdsOf } from "./holds";
import { newRequest, sign, take } from "./issue";
import type { Institution, StoryCase, StoryKind, StoryRequest } from "./model";
import { ago, later, minute } from "./random";
import { plots } from "./words";
import type { World } from "./world";

const million = 1_000_000n;

/**
 * The story of the reference screens, set so that VietinBank has 12 minutes left: 1.250 million lost in three transfers
 * 82 minutes ago, 750 of it (480 + 270) at VietinBank. Everything happened after the first transfer, in minutes.
 */
export function mockCase(world: World): StoryCase {
  const unit = world.unit("police:25:pa05");
  const khoi = unit.investigators[0];
  const plot = plots[0];
  if (!khoi || !plot) throw new Error("the story of the reference screens needs its people");
  const start = ago(world.now, 82.5);
  const at = (minutes: number) => later(start, minutes * minute);
  const story = openCase(world, {
    unit,
    lead: khoi,
    plot,
    title: "Giả danh cán bộ công an, buộc chuyển tiền để “kiểm tra”",
    reportedAt: at(21),
    serial: 417,
    members: [khoi],
  });
  story.sourceKind = "CRIME_NOTICE";
  story.channel = "hotline";
  story.firstTransferAt = start;
  const victim = addVictim(world, story, "Trần Thị Hạnh");
  const from = world.institution("bank:agribank");
  const bank = (name: string) => world.institution(`bank:${name}`);
  const pay = (
    after: number,
    amount: bigint,
    to: Institution,
    toAccount: string,
    toName: string,
  ): Arrival => {
    addPayment(world, story, victim, {
      at: at(after),
      amount: amount * million,
      from,
      fromAccount: "3401205981702",
      to,
      toAccount,
      toName,
    });
    return { account: toAccount, name: toName, amount: amount * million, at: at(after) };
  };
  const duc = pay(0, 480n, bank("vietinbank"), "108874205561", "NGUYEN VAN DUC");
  const bao = pay(5, 500n, bank("mb-bank"), "03948216770", "TRAN QUOC BAO");
  const company = pay(11, 270n, bank("vietinbank"), "102866109437", "CTY TNHH TM HOANG PHAT VN");

  const ask = (
    serial: number,
    to: Institution,
    arrivals: Arrival[],
    createdAt: Date,
    grounds: string,
    parent: StoryRequest | null = null,
  ): StoryRequest => {
    const kind: StoryKind = to.kind === "bank" ? "ACCOUNT_SUSPEND" : "EWALLET_SUSPEND";
    const request = newRequest(
      world,
      story,
      {
        kind,
        urgency: "emergency",
        addressee: to,
        drafter: khoi,
        parent,
        serial,
        grounds,
        items: accountItems(world, story, to, arrivals),
      },
      createdAt,
    );
    take(world, request, "request.drafted", createdAt, khoi, "DRAFT", {
      changes: { kind, targets: arrivals.length },
    });
    return request;
  };
  const issueAt = (request: StoryRequest, submitted: number, signed: number, seconds: number) => {
    take(world, request, "request.submitted", at(submitted), khoi, "PENDING_SIGNATURE");
    sign(world, request, later(at(signed), seconds * 1_000));
    request.openedAt = later(at(signed + 3), seconds * 1_000);
  };
  const receive = (request: StoryRequest, after: number, person = 0) => {
    const desk = request.addressee.desk[person] ?? request.addressee.desk[0];
    if (!desk) throw new Error(`nobody answers at ${request.addressee.code}`);
    take(world, request, "request.acknowledged", at(after), desk, "ACKNOWLEDGED", { shared: true });
    request.assignee = desk;
    return desk;
  };
  const none = { held: 0n, transfers: [], cashOuts: [], words: {} };
  const transfer = (after: number, amount: bigint, to: Institution, toAccount: string, toName: string) => ({
    id: world.random.uuid(at(after)),
    at: at(after),
    amount: amount * million,
    to,
    toAccount,
    toName,
  });

  const vietin = ask(
    1893,
    bank("vietinbank"),
    [duc, company],
    at(24),
    `Nhận tiền của bị hại bị giả danh công an, chuyển từ ${clockOf(start)}`,
  );
  const mb = ask(1894, bank("mb-bank"), [bao], at(25), "Nhận tiền của bị hại bị giả danh công an");
  const viettel = world.institution("telecom:viettel");
  const phones = ["0981774236", "0967120958"].map((value) => ({
    id: world.random.uuid(at(26)),
    target: targetOf(world, story, {
      kind: "phone_number" as const,
      value,
      display: groupedPhone(value),
      institution: viettel,
      holderName: null,
      at: at(26),
    }),
    disputed: null,
    answer: null,
  }));
  const numbers = newRequest(
    world,
    story,
    {
      kind: "SUBSCRIBER_INFO",
      urgency: "emergency",
      addressee: viettel,
      drafter: khoi,
      serial: 1895,
      grounds: "Hai số điện thoại đối tượng dùng để gọi cho bị hại",
      items: phones,
    },
    at(26),
  );
  take(world, numbers, "request.drafted", at(26), khoi, "DRAFT", {
    changes: { kind: "SUBSCRIBER_INFO", targets: 2 },
  });
  issueAt(vietin, 28, 34, 0);
  issueAt(mb, 28, 34, 20);
  issueAt(numbers, 28, 34, 40);

  const minhItem = vietin.items[1];
  const mbItem = mb.items[0];
  if (!minhItem || !mbItem) throw new Error("the story of the reference screens lost an account");
  const mbDesk = receive(mb, 38);
  const sacom = transfer(17, 320n, bank("sacombank"), "060122984417", "NGUYEN DINH KY");
  const vp = transfer(23, 100n, bank("vpbank"), "2187336509", "HO THI NGA");
  answerItem(world, mb, mbItem, {
    ...none,
    at: at(47),
    by: mbDesk,
    outcome: "HELD",
    held: 80n * million,
    transfers: [sacom, vp],
  });
  take(world, mb, "request.accepted", at(50), khoi, "ACCEPTED", { shared: true });
  const minh = receive(vietin, 40);
  const toan = transfer(14, 100n, bank("techcombank"), "19035527881016", "PHAM VAN TOAN");
  answerItem(world, vietin, minhItem, {
    ...none,
    at: at(65),
    by: minh,
    outcome: "CASHED_OUT",
    transfers: [toan],
    cashOuts: [
      { amount: 170n * million, at: at(31), channel: "counter", place: "phòng giao dịch Long Biên" },
    ],
  });

  const arrivalOf = (moved: typeof sacom): Arrival => ({
    account: moved.toAccount,
    name: moved.toName,
    amount: moved.amount,
    at: moved.at,
  });
  const second = "Nhận tiền chuyển tiếp từ tài khoản lớp 1 của vụ việc";
  const ky = ask(1899, bank("sacombank"), [arrivalOf(sacom)], at(48), second, mb);
  const nga = ask(1900, bank("vpbank"), [arrivalOf(vp)], at(48), second, mb);
  issueAt(ky, 49, 53, 0);
  issueAt(nga, 49, 53, 15);
  receive(ky, 58);
  const ngaDesk = receive(nga, 57);
  const ngaItem = nga.items[0];
  const bidv = transfer(35, 85n, bank("bidv"), "26010004887315", "");
  if (ngaItem)
    answerItem(world, nga, ngaItem, {
      ...none,
      at: at(74),
      by: ngaDesk,
      outcome: "MOVED_ON",
      transfers: [bidv],
    });
  const toanAsk = ask(1901, bank("techcombank"), [arrivalOf(toan)], at(66), second, vietin);
  issueAt(toanAsk, 67, 71, 0);
  ask(
    1905,
    bank("bidv"),
    [{ ...arrivalOf(bidv), name: null }],
    at(75),
    "Nhận tiền chuyển tiếp từ tài khoản lớp 2 của vụ việc",
    nga,
  );
  for (const request of story.requests) holdsOf(world, story, request);
  story.statusSteps.push({ to: "CLASSIFYING", at: at(40) }, { to: "VERIFYING", at: at(60) });
  story.status = "VERIFYING";
  story.decision = { number: "128/QĐ-PA05", at: at(60) };
  return story;
}
