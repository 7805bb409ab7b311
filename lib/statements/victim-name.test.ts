import { expect, it } from "vitest";
import { victimNameIn } from "./victim-name";

it.each([
  ["Tôi là Nguyễn Thị Hoa, sinh năm 1985, trú tại Phú Thọ.", "Nguyễn Thị Hoa"],
  ["Tôi tên là Trần Văn Bình. Hôm nay tôi bị lừa", "Trần Văn Bình"],
  ["Kính gửi: Công an\nHọ và tên: LÊ THỊ MAI\nSinh ngày 01/02/1990", "LÊ THỊ MAI"],
  ["Người trình báo: ông Phạm Quốc Đạt trình bày", "Phạm Quốc Đạt"],
  ["Bị hại là chị Đỗ Thu Hà chuyển 50tr", "Đỗ Thu Hà"],
  ["em tên Vũ Minh Anh ạ", "Vũ Minh Anh"],
  ["tôi là nạn nhân của vụ lừa đảo", ""],
  ["ck 50tr vao stk 0123456789 mb", ""],
  ["nó tự xưng là thiếu tá Nguyễn Quang Huy", ""],
])("%s is by %s", (text, name) => expect(victimNameIn(text)).toBe(name));

it("takes a long text in its stride", () => expect(victimNameIn("Tôi ".repeat(100_000))).toBe(""));
