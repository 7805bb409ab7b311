import { describe, expect, it } from "vitest";
import { kindCodes } from "@/lib/requests/kinds";
import type { Letter } from "@/lib/requests/letters/types";
import { makeDraftLetter, makeLetter } from "@/prisma/factories/letter";
import { citedNumber } from "./amendment-lines";
import { dayWords } from "./date-words";
import { namesOf } from "./document-names";
import { fileName } from "./file-names";
import { letterPaper } from "./letter-paper";
import type { Block } from "./paper";
import { vietnamese } from "./vietnamese";

const paper = (over: Partial<Letter> = {}, targets = 2) =>
  letterPaper(makeLetter(targets, over), vietnamese());
const texts = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
const official = { documentType: "CV", documentNumber: "9/CV-PA05" };

describe("the day of a letter", () => {
  it.each([
    ["2026-01-04T20:00:00Z", "05", "01"],
    ["2026-02-09T00:00:00Z", "09", "02"],
    ["2026-03-09T00:00:00Z", "09", "3"],
    ["2026-11-22T00:00:00Z", "22", "11"],
  ])("%s is written %s, %s", (instant, day, month) =>
    expect(dayWords(instant)).toEqual({ day, month, year: "2026" }),
  );
});

describe("what a document is called", () => {
  it.each([
    ["Lệnh phong tỏa tài khoản", "Lệnh", "phong tỏa tài khoản"],
    ["Công văn đề nghị tạm dừng giao dịch (khẩn)", "Công văn", "đề nghị tạm dừng giao dịch"],
    ["Văn bản yêu cầu ngăn chặn, gỡ bỏ", "Văn bản", "yêu cầu ngăn chặn, gỡ bỏ"],
    ["Văn bản hoặc yêu cầu điện tử", "Văn bản hoặc yêu cầu điện tử", null],
    ["", "", null],
  ])("%j", (name, type, about) => expect(namesOf(name)).toEqual({ type, about }));
});

describe("the parts of a letter", () => {
  it("give an order a title and no subject, an official letter a subject and no title", () => {
    expect(paper()).toMatchObject({
      title: { name: "Lệnh", about: "Phong tỏa tài khoản" },
      head: { subject: null },
    });
    const vi = "Công văn đề nghị tạm dừng giao dịch (khẩn)";
    expect(paper({ ...official, documentName: { vi, en: "" } })).toMatchObject({
      title: null,
      head: { subject: "V/v đề nghị tạm dừng giao dịch" },
    });
    const unnamed = { vi: "Văn bản hoặc yêu cầu điện tử", en: "" };
    expect(paper({ ...official, kindCode: "SIM_BLOCK", documentName: unnamed }).head.subject).toBe(
      "V/v khóa SIM",
    );
  });

  it("stand in their order: bases, reasons, what is asked, the table, the sum in words, the time limit", () => {
    const { blocks } = paper();
    expect(texts(blocks)).toEqual([
      "Căn cứ Điều 129 Bộ luật Tố tụng hình sự số 101/2015/QH13;",
      expect.stringMatching(/^Căn cứ Điều 11 /),
      expect.stringMatching(/^Bị hại tố giác/),
      expect.stringContaining("ra lệnh phong tỏa các tài khoản sau"),
      "Tổng số tiền: 101.250.000 đồng (bằng chữ: Một trăm linh một triệu hai trăm năm mươi nghìn đồng).",
      "Đề nghị trả lời qua cổng trước 05/01/2026 11:20.",
      "Số trực để xác minh văn bản này: 0210 3 846 123.",
    ]);
    expect(blocks.findIndex(({ kind }) => kind === "table")).toBe(4);
  });

  it("do not name the organ above twice", () => {
    expect(paper().head).toMatchObject({
      above: "Công an tỉnh Phú Thọ",
      organ: "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
    });
  });

  it("name the kind in the head of its column when all targets are of one, and each for itself otherwise", () => {
    const table = (items: Letter["items"]) =>
      paper({ items }).blocks.find((block) => block.kind === "table")!;
    const [one, two] = makeLetter(2).items;
    expect(table([one!, two!]).columns.map(({ label }) => label)).toContain("Tài khoản ngân hàng");
    const mixed = table([one!, { ...two!, kind: "e_wallet" }]);
    expect(mixed.columns.map(({ label }) => label)).toContain("Loại");
    expect(mixed.rows.every((row) => row.length === mixed.columns.length)).toBe(true);
    expect(table([{ ...one!, holderName: null, paidIn: [] }]).columns).toHaveLength(3);
  });

  it("tell a day that was asked for alone without an hour, and an hour where one was meant", () => {
    const until = (value: string) => ({ key: "preserveUntil", type: "instant", value, dayAlone: true });
    const lines = (value: string) => texts(paper({ asked: [until(value)] }).blocks);
    expect(lines("2027-02-19T17:00:00Z")).toContain("Bảo toàn đến ngày: 20/02/2027");
    expect(lines("2027-02-20T03:30:00Z")).toContain("Bảo toàn đến ngày: 20/02/2027 10:30");
  });

  it("speak of holders over their notes only where there are accounts", () => {
    const [item] = makeLetter(1).items;
    const labels = (over: Partial<Letter["items"][number]>) =>
      paper({ items: [{ ...item!, paidIn: [], ...over }] })
        .blocks.find((block) => block.kind === "table")!
        .columns.map(({ label }) => label);
    const asked = [{ key: "port", type: "count", value: "51234" }];
    expect(labels({})).toContain("Chủ tài khoản, ghi chú");
    expect(labels({ kind: "ip_address", holderName: null, asked })).toContain("Ghi chú");
  });

  it("tell of each account when what was paid into it", () => {
    const [one, two] = makeLetter(2).items;
    const paidIn = ["2026-01-05T02:10:00Z", "2026-01-05T02:25:00Z"].map((at) => ({ at, amount: "5000000" }));
    const { columns, rows } = paper({
      items: [
        { ...one!, paidIn },
        { ...two!, paidIn: [] },
      ],
    }).blocks.find((block) => block.kind === "table")!;
    const place = columns.findIndex(({ label }) => label === "Khoản tiền vào: thời điểm, số tiền");
    expect(rows.map((row) => row[place]!.notes)).toEqual([
      ["05/01/2026 09:10: 5.000.000 đồng", "05/01/2026 09:25: 5.000.000 đồng"],
      [],
    ]);
  });

  it("tell what a kind asks beside its targets, of the whole and of each", () => {
    const asked = [{ key: "messageText", type: "longText", value: "Cảnh giác lừa đảo." }];
    const [item] = makeLetter(1).items;
    const own = { ...item!, asked: [{ key: "port", type: "count", value: "443" }] };
    const { blocks } = paper({ asked, items: [own] });
    expect(texts(blocks)).toContainEqual(expect.stringMatching(/: Cảnh giác lừa đảo\.$/));
    const table = blocks.find((block) => block.kind === "table")!;
    expect(JSON.stringify(table.rows)).toContain("443");
  });

  it("name first what amended the order, and what it changed", () => {
    const amended = [
      {
        number: 1,
        documentNumber: "15/SĐ-PA05",
        issuedAt: "2026-01-06T02:00:00.000Z",
        reason: "Bị hại khai thêm một lần chuyển.",
        signer: "Đại tá Nguyễn Quang Huy",
        changes: {
          amounts: [
            { itemId: "i", display: "1903 6688", before: "50000000", after: "80000000", overGround: null },
          ],
          added: [
            {
              targetId: "t",
              kind: "bank_account" as const,
              display: "0711 22",
              amount: "5000000",
              overGround: null,
            },
          ],
          removed: [{ itemId: "r", display: "9704 1", amount: null }],
          dueAt: { before: "2026-01-05T04:20:00.000Z", after: "2026-01-06T10:00:00.000Z" },
          grounds: { before: "cũ", after: "mới" },
        },
      },
    ];
    expect(texts(paper({ amended }).blocks).slice(0, 2)).toEqual([
      "Văn bản này đã được sửa đổi, bổ sung; nội dung dưới đây là nội dung đang có hiệu lực:",
      "Sửa đổi, bổ sung lần 1 bằng văn bản số 15/SĐ-PA05 ngày 06/01/2026 do Đại tá Nguyễn Quang Huy ký: thay nội dung căn cứ, lý do; " +
        "số tiền của 1903 6688 từ 50.000.000 đồng thành 80.000.000 đồng; bổ sung 0711 22, 5.000.000 đồng; bỏ 9704 1; " +
        "hạn trả lời từ 05/01/2026 11:20 thành 06/01/2026 17:00. Lý do: Bị hại khai thêm một lần chuyển.",
    ]);
    expect(citedNumber("12/LPT-PA05", amended, vietnamese())).toBe(
      "12/LPT-PA05 (được sửa đổi, bổ sung bởi văn bản số 15/SĐ-PA05)",
    );
    expect(citedNumber("12/LPT-PA05", [], vietnamese())).toBe("12/LPT-PA05");
  });

  it("list what is attached and where it can be checked", () => {
    const { annexes, check } = paper();
    expect(annexes!.lines).toEqual(["1. Sao kê tài khoản.pdf (SHA-256: 3f2a9c0000000000…)"]);
    expect(check!.hint).toContain("https://lachan.example/check và nhập mã 7K2QF-9XM4T");
  });

  it("leave a draft without number, signature and code, and mark what is no valid letter", () => {
    const draft = letterPaper(makeDraftLetter(1), vietnamese());
    expect(draft).toMatchObject({
      watermark: "DỰ THẢO",
      check: null,
      signatures: [{ authority: [], name: null }],
    });
    expect(paper({ genuine: false }).watermark).toBe("KHÔNG ĐÚNG BẢN ĐÃ KÝ");
    expect(paper({ isWithdrawn: true }).watermark).toBe("ĐÃ THU HỒI");
    expect(paper().watermark).toBeNull();
  });

  it.each(kindCodes)("ask in a sentence of its own for %s", (kindCode) => {
    const asks = texts(paper({ kindCode }).blocks)[3]!;
    expect(asks).not.toContain("thực hiện đối với các đối tượng sau");
    expect(asks).toMatch(/^Phòng An ninh mạng.*:$/);
  });
});

it.each([
  ["12/QĐ-PA05", "pdf", "12-QD-PA05.pdf"],
  ["bien-ban 07/BB-VCB", "docx", "bien-ban-07-BB-VCB.docx"],
  ["…", "pdf", "van-ban.pdf"],
] as const)("the file of %s is %s %s", (said, type, name) => expect(fileName(said, type)).toBe(name));
