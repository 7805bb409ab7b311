import { describe, expect, it } from "vitest";
import { makeDecisionPaper } from "@/prisma/factories/decision-paper";
import { pdfPages } from "@/prisma/factories/pdf-text";
import { authorityOf } from "./authority-words";
import { paperPdf } from "./pdf/paper-pdf";
import { restitutionPaper } from "./restitution-paper";
import { vietnamese } from "./vietnamese";

const paper = (over: Parameters<typeof makeDecisionPaper>[0] = {}) =>
  restitutionPaper(makeDecisionPaper(over), vietnamese());
const lines = (over: Parameters<typeof makeDecisionPaper>[0] = {}) =>
  paper(over).blocks.flatMap((block) =>
    block.kind === "table"
      ? []
      : [[...("lead" in block && block.lead ? [block.lead] : []), block.text].join(" ")],
  );

describe("the paper of a decision to give back", () => {
  it("has the parts of a decision: who decides, grounds, articles, and the words of authority under them", () => {
    expect(paper()).toMatchObject({
      head: { number: "Số: 7/QĐ-PA05", subject: null, placeDate: "Phú Thọ, ngày 05 tháng 01 năm 2026" },
      title: {
        name: "Quyết định",
        about: "Về việc trả lại tiền đang bị phong tỏa cho bị hại",
        authority: "THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA",
      },
      signatures: [{ authority: ["KT. THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA", "PHÓ THỦ TRƯỞNG"] }],
      annexes: { title: "Kèm theo:" },
      check: { code: "7K2QF-9XM4T" },
      watermark: null,
    });
    expect(lines()).toEqual([
      expect.stringMatching(/^Căn cứ Điều 129 /),
      "Căn cứ tài liệu trong hồ sơ vụ việc VV-25-2026-000117;",
      "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.",
      "QUYẾT ĐỊNH:",
      "Điều 1. Trả lại 70.000.000 đồng (bằng chữ: Bảy mươi triệu đồng) đang bị phong tỏa cho 2 bị hại theo danh sách sau:",
      expect.stringMatching(
        /^Điều 2\. Ngân hàng TMCP Kỹ thương Việt Nam chuyển .* vào tài khoản nhận của từng bị hại/,
      ),
      expect.stringMatching(/^Điều 3\. Quyết định này có hiệu lực kể từ ngày ký\. .*\.\/\.$/),
      "Số trực để xác minh văn bản này: 0210 3 846 123.",
    ]);
    const table = paper().blocks.find((block) => block.kind === "table")!;
    expect(table.columns).toHaveLength(5);
    expect(table.rows[0]!.map(({ text }) => text)).toEqual([
      "1",
      "Trần Thị Minh Họa",
      "Techcombank 1903 6688 9900 11",
      "Vietcombank 0123456789",
      "40.000.000",
    ]);
    expect(table.total).toEqual({ label: "Cộng", amount: "70.000.000" });
  });

  it("stands whole in its PDF", async () => {
    const mark = { id: "x", number: "XK-1", madeAt: new Date(), madeBy: "A", orgName: "B" };
    const text = pdfPages(await paperPdf(paper(), "x", mark, true)).join("");
    for (const said of [
      "Điều 1. Trả lại 70.000.000 đồng",
      "Điều 2. Ngân hàng",
      "THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA",
      "QUYẾT ĐỊNH:",
    ])
      expect(text).toContain(said);
  });

  it("as a holder's extract names no case, and no victim whom the decision does not disclose", () => {
    const { shares } = makeDecisionPaper();
    const custody = "tài khoản tạm giữ số 3949 tại Kho bạc Nhà nước";
    const extract = {
      isExtract: true,
      caseCode: null,
      payee: "custody" as const,
      custody,
      annex: null,
      shares: shares.map((share) => ({ ...share, victim: null, payeeAccount: null, payeeInstitution: null })),
    };
    const said = JSON.stringify(paper(extract));
    expect(said).toContain("Quyết định (trích)");
    expect(said).toContain(custody);
    expect(said).toContain("Bị hại số 1");
    for (const secret of ["Minh Họa", "VV-25", "0123456789", "Các bị hại nêu tại"])
      expect(said).not.toContain(secret);
  });

  it("as a draft has neither number nor signature nor code; what was called back or changed says so", () => {
    const draft = {
      documentNumber: null,
      approvedAt: null,
      signer: null,
      contentHash: null,
      genuine: null,
      check: null,
    };
    expect(paper(draft)).toMatchObject({
      watermark: "DỰ THẢO",
      head: { number: "Số: (cấp khi ký)" },
      title: { authority: null },
      signatures: [{ authority: [], name: null }],
    });
    expect(paper({ isCancelled: true }).watermark).toBe("ĐÃ HỦY BỎ");
    expect(paper({ genuine: false }).watermark).toBe("KHÔNG ĐÚNG BẢN ĐÃ KÝ");
  });
});

it.each([
  [["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], "TRƯỞNG PHÒNG"],
  [["Q. TRƯỞNG PHÒNG"], "TRƯỞNG PHÒNG"],
  [["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG"], "GIÁM ĐỐC"],
  [["TRƯỞNG PHÒNG"], "TRƯỞNG PHÒNG"],
  [[], null],
])("%j decides as %s", (said, authority) => expect(authorityOf(said)).toBe(authority));
