import type { Letter } from "@/lib/requests/letters/types";

const holders = ["NGUYỄN VĂN ĐỨC", "LÊ THỊ HOÀI THƯƠNG", "PHẠM ĐẶNG QUỲNH NHƯ", null];

/** A signed order to freeze this many accounts, as its paper is made from; nobody in it exists. */
export function makeLetter(targets: number, over: Partial<Letter> = {}): Letter {
  const items = Array.from({ length: targets }, (_, index) => ({
    position: index + 1,
    kind: "bank_account" as const,
    display: `1903 ${6_688_990_011 + index * 7_919}`,
    holderName: holders[index % holders.length]!,
    disputedAmount: String(50_000_000 + index * 1_250_000),
    overGround: index === 2 ? "Tài khoản nhận tiền của nhiều bị hại" : null,
    asked: [],
    paidIn: [{ at: "2026-01-05T02:10:00.000Z", amount: String(50_000_000 + index * 1_250_000) }],
  }));
  return {
    id: "0199f3d2-5c7e-7aaa-8bbb-1234567890ab",
    code: "YC-25-2026-001893",
    kindCode: "ACCOUNT_FREEZE",
    documentType: "LPT",
    documentName: { vi: "Lệnh phong tỏa tài khoản", en: "Account freeze order" },
    urgency: "urgent",
    isWithdrawn: false,
    issuer: {
      above: "Công an tỉnh Phú Thọ",
      name: "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao, Công an tỉnh Phú Thọ",
      phone: "0210 3 846 123",
    },
    place: "Phú Thọ",
    documentNumber: "12/LPT-PA05",
    signedAt: "2026-01-05T03:20:00.000Z",
    addressee: "Ngân hàng TMCP Kỹ thương Việt Nam",
    procuracy: "Viện kiểm sát nhân dân tỉnh Phú Thọ",
    legalBases: [
      {
        code: "cpc-2015:Điều 129",
        cited: {
          vi: "Điều 129 Bộ luật Tố tụng hình sự số 101/2015/QH13",
          en: "Article 129 of the Criminal Procedure Code no. 101/2015/QH13",
        },
      },
      {
        code: "decree-52-2024:Điều 11",
        cited: {
          vi: "Điều 11 Nghị định số 52/2024/NĐ-CP của Chính phủ quy định về thanh toán không dùng tiền mặt",
          en: "Article 11 of Decree no. 52/2024/NĐ-CP on payment without cash",
        },
      },
    ],
    grounds:
      "Bị hại tố giác bị giả danh cán bộ công an gọi điện, yêu cầu chuyển tiền vào các tài khoản dưới đây.",
    disclosure: null,
    parent: null,
    amended: [],
    asked: [],
    items,
    disputedAmount: String(items.reduce((sum, item) => sum + BigInt(item.disputedAmount), 0n)),
    dueAt: "2026-01-05T04:20:00.000Z",
    signer: {
      name: "Nguyễn Quang Huy",
      rank: "Đại tá",
      title: "Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra",
      capacity: "deputy_head_of_investigation_agency",
    },
    annexes: [{ name: "Sao kê tài khoản.pdf", sha256: "3f2a9c".padEnd(64, "0") }],
    contentHash: "ab12".repeat(16),
    genuine: true,
    check: {
      code: "7K2QF-9XM4T",
      page: "https://lachan.example/check",
      address: "https://lachan.example/check/7K2QF9XM4T",
    },
    ...over,
  };
}

/** The same before its signature: nothing that only a signature gives. */
export const makeDraftLetter = (targets: number): Letter =>
  makeLetter(targets, {
    documentNumber: null,
    signedAt: null,
    signer: null,
    contentHash: null,
    genuine: null,
    check: null,
  });
