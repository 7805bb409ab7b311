import { describe, expect, it } from "vitest";
import { extensionOf } from "./kinds";
import { nameIsSecret, textIsSecret } from "./secret-marks";
import { sniff } from "./sniff";

const zip = (...parts: string[]) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(`[Content_Types].xml ${parts.join(" ")}`)]);

describe("what the bytes say", () => {
  it.each([
    ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), "png"],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "jpg"],
    ["a WebP", Buffer.from("RIFF\u0001\u0001\u0001\u0001WEBPVP8 ", "latin1"), "webp"],
    ["a Word file", zip("word/document.xml"), "docx"],
    ["an Excel file", zip("xl/workbook.xml"), "xlsx"],
    ["Vietnamese text", Buffer.from("số tài khoản,số tiền\n0123,5"), "text"],
    ["UTF-16 from Excel", Buffer.from("\ufeffsố tiền", "utf16le"), "text"],
    ["a macro workbook", zip("xl/workbook.xml xl/vbaProject.bin"), null],
    ["some other ZIP", zip("evil.exe"), null],
    ["a program", Buffer.from("MZ\u0000\u0000\u0003"), null],
    ["a page", Buffer.from(" <!DOCTYPE html><script>"), null],
    ["an SVG", Buffer.from("<svg onload=alert(1)>"), null],
    ["broken UTF-8", Buffer.from([0x61, 0xff, 0xc0]), null],
  ])("%s", (_, bytes, expected) => expect(sniff(bytes)).toBe(expected));

  it.each([
    ["a.PDF", "pdf"],
    ["a.tar.gz", null],
    ["pdf", null],
    ["a.exe", null],
    ["a.pdf.exe", null],
    ["a.constructor", null],
  ])("%s is %s by name", (name, expected) => {
    expect(extensionOf(name)).toBe(expected);
  });
});

describe("marks of state secrets", () => {
  it.each(["Bao cao TUYET MAT.pdf", "tối mật-12.docx", "Cong van (Mật).pdf", "MẬT_15.pdf", "toi_mat.xlsx"])(
    "refuses the name %s",
    (name) => expect(nameIsSecret(name)).toBe(true),
  );
  it.each([
    "bảo mật tài khoản.pdf",
    "mật khẩu.txt",
    "khuon mat.jpg",
    "mat so du.pdf",
    "sao kê.pdf",
    "bí mật.pdf",
    "tôi mất tiền.pdf",
    "toi mất tiền.pdf",
  ])("takes the name %s", (name) => expect(nameIsSecret(name)).toBe(false));
  it.each(["CỘNG HÒA\nMẬT\nSố 12", "TỐI MẬT", "Độ mật: Tuyệt mật", "a\r\n[TUYỆT MẬT]\r\nb"])(
    "refuses the text %j",
    (text) => expect(textIsSecret(text)).toBe(true),
  );
  it.each(["mật khẩu của bị hại bị lộ", "lý do: bảo mật", "MẬT KHẨU bị đổi", "Thông tin mật thiết"])(
    "takes the text %j",
    (text) => expect(textIsSecret(text)).toBe(false),
  );
});
