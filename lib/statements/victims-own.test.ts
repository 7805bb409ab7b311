import { expect, it } from "vitest";
import { isVictims } from "./victims-own";

const at = (text: string, number: string) => ({ kind: "phone_number" as const, start: text.indexOf(number) });

it.each([
  ["Số điện thoại của tôi là 0912.345.678, đề nghị liên hệ.", "0912.345.678"],
  ["Em là Trần Thị Minh, 29 tuổi, sđt 0976543210. Em bị lừa.", "0976543210"],
  ["CCCD của em: 001185001234", "001185001234"],
  ["sđt em 0976543210", "0976543210"],
  ["Họ và tên: Nguyễn Văn An\nSinh năm: 1980\nSĐT: 0912345678", "0912345678"],
  ["Bị hại: ông Nguyễn Văn An, số CCCD 001085001234", "001085001234"],
])("%s: the victim's own", (text, number) => expect(isVictims(text, at(text, number))).toBe(true));

it.each([
  ["Tôi nhận cuộc gọi từ số 0978 412 265 tự xưng công an.", "0978"],
  ["Em là Hoa, hôm qua nó gọi em bằng sđt 0978412265", "0978412265"],
  ["Số 0978412265 gọi vào điện thoại của tôi.", "0978412265"],
  ["Đối tượng:\nHọ và tên: Lê Văn B\nĐối tượng dùng\nSĐT: 0978412265", "0978412265"],
  ["Tôi tên là An. Sđt của nó: 0978412265", "0978412265"],
])("%s: not said to be", (text, number) => expect(isVictims(text, at(text, number))).toBe(false));
