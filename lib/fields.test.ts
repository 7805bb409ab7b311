import { expect, it } from "vitest";
import { sendMessageInput } from "@/lib/requests/thread/schema";
import { saveDraftInput } from "@/lib/drafts/schema";
import { fieldsOf, optionalText, text } from "./fields";

const refused = (value: string) =>
  text(1, 4000)
    .safeParse(value)
    .error?.issues.map(({ message }) => message);

it.each(["TỐI MẬT", "Nội dung:\n- MẬT -\nngày 12", "Độ mật:  Tuyệt mật", "TUYỆT\u00a0MẬT\nKế hoạch bắt"])(
  "%j is not taken where people type",
  (typed) => {
    expect(refused(typed)).toEqual(["text.secret"]);
    expect(optionalText(4000).safeParse(typed).success).toBe(false);
  },
);

it.each([
  "Bị hại bị lộ mật khẩu và mã bảo mật.",
  "BẢO MẬT",
  "Kẻ gian dặn phải tuyệt mật, không kể với ai.",
  "MẬT KHẨU: bị đổi",
  "Công ty Mật Ong Việt",
])("%j is taken", (typed) => expect(refused(typed)).toBeUndefined());

it("is told at the field, and not kept while it is typed either", () => {
  const id = "01a203d3-2806-7371-895b-73d63e752c72";
  const message = { key: id, requestId: id, internal: true, body: "MẬT", mentions: [], fileIds: [] };
  expect(fieldsOf(sendMessageInput.safeParse(message).error!)).toEqual({ body: "text.secret" });
  const draft = (note: string) => ({ key: "case:new", body: { victims: [{ note }] } });
  expect(saveDraftInput.safeParse(draft("- TỐI MẬT -")).success).toBe(false);
  expect(saveDraftInput.safeParse(draft("bảo mật")).success).toBe(true);
});
