import { describe, expect, it } from "vitest";
import { hashPassword, passwordFits, passwordFlaw } from "./passwords";

const context = ["khoi.vm", "Vũ", "Minh", "Khôi", "PA05 Phú Thọ"];

describe("which passwords are refused", () => {
  it.each([
    ["elevenchars", "tooShort"],
    ["ngắnquá", "tooShort"],
    ["x".repeat(50) + "yzw " + "abc".repeat(30), "tooLong"],
    ["aaaaaaaaaaaaaaaa", "monotonous"],
    ["121212121212", "monotonous"],
    ["123456789012", "common"],
    ["matkhau123456", "common"],
    ["Mật khẩu 2026", "common"],
    ["passwordpassword", "common"],
    ["password-Password-1", "common"],
    ["qwerty matkhau 2026", "common"],
    ["hanoi-matkhau-khoi", "common"],
    ["mưa rào mưa rào", "monotonous"],
    ["xk9q-xk9q-xk9q-xk9", "monotonous"],
    ["lachan-congan", "context"],
    ["VuMinhKhoi-2026", "context"],
    ["Phú Thọ PA05!!", "context"],
    ["công an Việt Nam", "context"],
  ] as const)("%j is %s", (password, flaw) => expect(passwordFlaw(password, context)).toBe(flaw));

  it.each([
    "mưa rào trên mái ngói 38",
    "correct horse battery",
    "😀 hai con vịt bơi qua",
    "Vũ Minh Khôi thích ăn phở gà vào mùa thu",
    "123456 bánh cuốn chả quế",
    "password của tôi nằm dưới gốc khế",
  ])("%j is good", (password) => expect(passwordFlaw(password, context)).toBeNull());

  it("counts what people see, not bytes: twelve letters with marks are twelve", () => {
    expect(passwordFlaw("ắẵẳằặ ửữừứợ đ", [])).toBeNull();
    expect(passwordFlaw("ắẵẳằặ ửữừứ".normalize("NFD"), [])).toBe("tooShort");
  });
});

it("fits however the keyboard composed its marks, and no other password does", async () => {
  const stored = await hashPassword("mưa rào trên mái ngói 38".normalize("NFD"));
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(stored, "mưa rào trên mái ngói 38".normalize("NFC"))).toBe(true);
  expect(await passwordFits(stored, "mua rao tren mai ngoi 38")).toBe(false);
  expect(await passwordFits("not a hash", "mưa rào trên mái ngói 38")).toBe(false);
});
