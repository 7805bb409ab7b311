import { expect, it } from "vitest";
import { isMeant } from "./command-match";

it.each([
  ["Xuất danh sách yêu cầu ra Excel", "xuất", true],
  ["Xuất danh sách yêu cầu ra Excel", "excel xuat", true],
  ["Tiền đang giữ, đề nghị giải tỏa", "giải tỏa", true],
  ["Tiền đang giữ, đề nghị giải tỏa", "ĐANG", true],
  ["Bàn làm việc", "xuất", false],
  ["Bàn làm việc", "  ", true],
])("%s is meant by %j: %s", (label, typed, is) => expect(isMeant(label, typed)).toBe(is));
