import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import vi from "@/messages/vi.json";
import { useFactWords } from "./fact-words";

const numbers = { "decree-52-2024": "52/2024/NĐ-CP" };
function Told({ type, changes }: { type: string; changes: Record<string, unknown> }) {
  return useFactWords(numbers)({ type, changes })
    .map(({ name, value }) => `${name}: ${value}`)
    .join("\n");
}
function factsOf(type: string, changes: Record<string, unknown>): string[] {
  const provider = { locale: "vi", timeZone: "Asia/Ho_Chi_Minh", messages: vi } as const;
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, provider as never, createElement(Told, { type, changes })),
  ).split("\n");
}

describe("the facts of an event in words", () => {
  it.each([
    [
      "person.invited",
      { roles: ["liaison", "liaison_manager"] },
      ["Vai trò: Đầu mối xử lý, Quản lý đầu mối"],
    ],
    [
      "membership.changed",
      { roles: ['["liaison"]', '["liaison_manager"]'], validTo: [null, "2026-11-23"] },
      ["Ngày hết hiệu lực: – → 23/11/2026"],
    ],
    [
      "deadline_policy.period_opened",
      { subject: "ANSWER", limit: ["5 working-days", "24 hours"], kindCode: "ACCOUNT_INFO" },
      [
        "Nội dung: Trả lời yêu cầu",
        "Thời hạn: 5 ngày làm việc → 24 giờ",
        "Loại yêu cầu: Thông tin chủ tài khoản",
      ],
    ],
    ["deadline_policy.confirmed", { kindCode: "CLASSIFY_REPORT" }, ["Loại yêu cầu: Phân loại nguồn tin"]],
    [
      "request.answered",
      { status: ["ACKNOWLEDGED", "PARTLY_ANSWERED"], outcome: "CASHED_OUT" },
      ["Trạng thái: Đã nhận → Trả lời một phần", "Kết quả: Đã rút"],
    ],
    ["case.moved", { status: ["RECEIVED", "CLASSIFYING"] }, ["Trạng thái: Mới tiếp nhận → Đang phân loại"]],
    ["holiday.confirmed", { status: ["expected", "official"] }, ["Trạng thái: cần xác nhận → đã công bố"]],
    ["organisation.created", { kind: "bank" }, ["Loại: Ngân hàng"]],
    ["organisation.changed", { verify: [false, true] }, ["Cần xác nhận: không → có"]],
    [
      "request_kind.period_opened",
      { legalBases: ["[]", '["decree-52-2024:Điều 11 khoản 1 điểm b"]'] },
      ["Căn cứ pháp lý: – → điểm b khoản 1 Điều 11, 52/2024/NĐ-CP"],
    ],
    [
      "office_calendar.set",
      { hours: ["08:00", "12:00", "13:00", "17:00"] },
      ["Giờ làm việc: 08:00–12:00, 13:00–17:00"],
    ],
    ["office_calendar.set", { hours: ["08:00", "12:00", null, null] }, ["Giờ làm việc: 08:00–12:00"]],
  ])("%s %j", (type, changes, facts) => {
    expect(factsOf(type, changes)).toEqual(expect.arrayContaining(facts));
  });

  it("leaves out what was written again and stayed what it was", () => {
    const changes = { status: ["expected", "official"], source: ["QĐ thử", "QĐ thử"] };
    expect(factsOf("holiday.confirmed", changes)).toEqual(["Trạng thái: cần xác nhận → đã công bố"]);
  });

  it("tells old and new roles as a change", () => {
    expect(
      factsOf("membership.changed", { roles: ['["liaison"]', '["liaison","liaison_manager"]'] }),
    ).toEqual(["Vai trò: Đầu mối xử lý → Đầu mối xử lý, Quản lý đầu mối"]);
  });
});
