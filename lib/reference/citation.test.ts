import { describe, expect, it } from "vitest";
import { citation, citedArticle, citedProvision, keptArticle, readableSource } from "./citation";

const numbers = { "decree-52-2024": "52/2024/NĐ-CP", "cpc-2015": "101/2015/QH13" };

describe("how an article is cited and kept", () => {
  it.each([
    ["Điều 11 khoản 1 điểm b", "điểm b khoản 1 Điều 11", "Điều 11 khoản 1 điểm b"],
    ["điểm b khoản 1 Điều 11", "điểm b khoản 1 Điều 11", "Điều 11 khoản 1 điểm b"],
    ["điểm b, khoản 1, điều 11", "điểm b khoản 1 Điều 11", "Điều 11 khoản 1 điểm b"],
    ["Điều 25 khoản 2", "khoản 2 Điều 25", "Điều 25 khoản 2"],
    ["Điều 88, 147, 168", "Điều 88, 147, 168", "Điều 88, 147, 168"],
    ["toàn văn", "toàn văn", "toàn văn"],
    [
      "Điều 17 khoản 1; Điều 19 khoản 1",
      "Điều 17 khoản 1; Điều 19 khoản 1",
      "Điều 17 khoản 1; Điều 19 khoản 1",
    ],
  ])("%s", (typed, cited, kept) => expect([citedArticle(typed), keptArticle(typed)]).toEqual([cited, kept]));
});

it.each([
  ["Điều 11 khoản 1 điểm b", "Article 11, clause 1, point b"],
  ["điểm b khoản 1 Điều 11", "Article 11, clause 1, point b"],
  ["Điều 129", "Article 129"],
  ["Điều 88, 147, 168", "Articles 88, 147, 168"],
])("%s is %s in English", (article, expected) => expect(citedArticle(article, "en")).toBe(expected));

describe("a provision on paper", () => {
  const decree = {
    article: "Điều 11 khoản 1 điểm b",
    number: "52/2024/NĐ-CP",
    title: "Nghị định về thanh toán không dùng tiền mặt",
  };
  const code = {
    article: "Điều 129",
    number: "101/2015/QH13",
    title: "Bộ luật Tố tụng hình sự 2015 (sửa đổi 2021, 2024, 2025)",
  };
  it("is named as an office in Viet Nam names it", () => {
    expect(citedProvision(decree, "vi")).toBe(
      "điểm b khoản 1 Điều 11 Nghị định số 52/2024/NĐ-CP về thanh toán không dùng tiền mặt",
    );
    expect(citedProvision(code, "vi")).toBe("Điều 129 Bộ luật Tố tụng hình sự số 101/2015/QH13");
    expect(citedProvision({ article: null, number: null, title: "Quy chế phối hợp" }, "vi")).toBe(
      "Quy chế phối hợp",
    );
  });
  it("is read in English", () =>
    expect(citedProvision({ ...decree, title: "Decree on non-cash payment" }, "en")).toBe(
      "Article 11, clause 1, point b, Decree on non-cash payment, 52/2024/NĐ-CP",
    ));
});

it("reads the register's codes and leaves other words as they are", () => {
  expect(citation("decree-52-2024:Điều 11 khoản 1 điểm b", numbers)).toBe(
    "điểm b khoản 1 Điều 11, 52/2024/NĐ-CP",
  );
  expect(citation("cpc-2015", numbers)).toBe("101/2015/QH13");
  expect(readableSource("cpc-2015:Điều 129; decree-52-2024:Điều 11", numbers)).toBe(
    "Điều 129, 101/2015/QH13; Điều 11, 52/2024/NĐ-CP",
  );
  expect(readableSource("Công văn 12/CV; trang 3: mục 2", numbers)).toBe("Công văn 12/CV; trang 3: mục 2");
});
