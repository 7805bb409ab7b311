import { describe, expect, it } from "vitest";
import { makeDraftLetter, makeLetter } from "@/prisma/factories/letter";
import { pdfPages } from "@/prisma/factories/pdf-text";
import { letterPaper } from "../letter-paper";
import { vietnamese } from "../vietnamese";
import { bundlePdf } from "./bundle-pdf";
import { paperPdf } from "./paper-pdf";

const mark = {
  id: "x",
  number: "XK-2026-000123",
  madeAt: new Date("2026-01-05T08:00:05Z"),
  madeBy: "Đại úy Vũ Minh Khôi",
  orgName: "PA05 Phú Thọ",
};
const pages = async (letter: ReturnType<typeof makeLetter>) =>
  pdfPages(await paperPdf(letterPaper(letter, vietnamese()), "x", mark, true));

describe("a letter as PDF", () => {
  it("can be searched with its diacritics, whole numbers and all", async () => {
    const text = (await pages(makeLetter(5))).join("");
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: 12/LPT-PA05",
      "Phú Thọ, ngày 05 tháng 01 năm 2026",
      "Căn cứ Điều 11 Nghị định số 52/2024/NĐ-CP của Chính phủ",
      "LÊ THỊ HOÀI THƯƠNG",
      "262.500.000 đồng (bằng chữ: Hai trăm sáu mươi hai triệu năm trăm nghìn đồng)",
      "KT. THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA",
      "Đại tá Nguyễn Quang Huy",
      "7K2QF-9XM4T",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("?");
  });

  it("repeats the table's head on each of its pages, numbers pages from the second and signs each with the export", async () => {
    const all = await pages(makeLetter(200));
    const rows = (text: string) => (text.match(/1903 \d{10}/g) ?? []).length;
    expect(all.reduce((sum, text) => sum + rows(text), 0)).toBe(200);
    all.forEach((text, index) => {
      expect(text.includes("Số tiền (đồng)")).toBe(rows(text) > 0 || text.includes("Cộng"));
      expect(text).toContain("Xuất từ cổng Lá Chắn, số XK-2026-000123: Đại úy Vũ Minh Khôi, PA05 Phú Thọ");
      if (index > 0)
        expect(text.startsWith(String(index + 1)) || text.includes(String(index + 1))).toBe(true);
    });
    expect(all.at(-1)).toContain("Số trực để xác minh"); // no signature alone on its page
  });

  it("says of a draft that it is one, and has no number", async () => {
    const text = (await pages(makeDraftLetter(1))).join("");
    expect(text).toContain("DỰ THẢO");
    expect(text).toContain("cấp khi ký");
    expect(text).not.toContain("Kiểm tra hiệu lực");
  });

  it("breaks a word that is longer than its column, and a row that is taller than a page, and loses no sign of them", async () => {
    const letter = makeLetter(1);
    letter.items[0]!.display = `https://gia-mao.example/${"x".repeat(1_500)}`;
    const text = (await pages(letter)).join("");
    expect(text).toContain("https://gia-mao.example/x");
    expect(text.match(/x{2,}/g)!.join("")).toHaveLength(1_500);
  });
});

describe("the bundle of a case", () => {
  it("lists every letter with its page and marks what was withdrawn", async () => {
    const letters = [
      makeLetter(3, { id: "a", documentNumber: "1/LPT-PA05" }),
      makeLetter(60, { id: "b", documentNumber: "2/LPT-PA05" }),
      makeLetter(1, { id: "c", documentNumber: "3/LPT-PA05", isWithdrawn: true }),
    ];
    const all = pdfPages(await bundlePdf("VV-25-2026-000412", letters, mark, true));
    const begins = letters.map(
      ({ documentNumber }) =>
        all.findIndex((text, at) => at > 0 && text.includes(`Số: ${documentNumber!}`)) + 1,
    );
    expect(all[0]).toContain("Tập văn bản của vụ việc VV-25-2026-000412");
    for (const [index, page] of begins.entries()) {
      expect(page).toBeGreaterThan(1);
      expect(all[0]).toContain(`${letters[index]!.addressee}${page}`);
    }
    expect(all[0]).toContain("(đã thu hồi)");
    expect(all[begins[2]! - 1]).toContain("ĐÃ THU HỒI");
    expect(all[begins[0]! - 1]).not.toContain("ĐÃ THU HỒI");
  });
});
