import { describe, expect, it } from "vitest";
import { inspect } from "./inspect";
import { officeFile, type Given } from "@/prisma/factories/office-file";
import { extensionOf } from "./kinds";
import { officeTexts } from "./office-text";
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

const word = (xml: string | Buffer, stored = false) =>
  officeFile([{ name: "word/document.xml", body: xml, stored }]);
const excel = (...parts: Given[]) => officeFile([{ name: "xl/workbook.xml", body: "<workbook/>" }, ...parts]);

describe("the words of an office file", () => {
  it.each([
    ["a line alone", "a.docx", word("<w:p><w:t>CỘNG HÒA</w:t></w:p><w:p><w:t>MẬT</w:t></w:p>")],
    ["a word in two runs", "a.docx", word("<w:p><w:t>TUYỆT </w:t><w:t>MẬT</w:t></w:p>")],
    ["behind a break", "a.docx", word('<w:p>a<w:br w:type="page"/><w:t>TỐI MẬT</w:t><w:br/>b</w:p>')],
    ["in quotation marks", "a.docx", word("<w:p>&quot;MẬT&quot;</w:p>", true)],
    ["behind what no tag ends", "a.docx", word("<w:p></w:p>\nĐộ mật: Mật <")],
    ["a shared string", "a.xlsx", excel({ name: "xl/sharedStrings.xml", body: "<si><t>MẬT</t></si>" })],
    ["a cell", "a.xlsx", excel({ name: "xl/worksheets/sheet1.xml", body: "<row><c>MẬT</c><c>1</c></row>" })],
  ])("bear a mark: %s", (_, name, bytes) => {
    expect(inspect(name, bytes)).toEqual({ ok: false, code: "secret" });
  });

  it("are taken when they bear none", () => {
    const plain = word(
      "<w:p><w:t>bảo mật tài khoản</w:t></w:p><w:p>MẬT<w:t> KHẨU &amp;quot; bị đổi</w:t></w:p>",
    );
    expect(inspect("a.docx", plain)).toMatchObject({ ok: true });
  });

  it.each([
    ["broken", word("<w:p/>").subarray(0, -30)],
    ["without a part that has words", officeFile([{ name: "docs/word/document.xml", body: "MẬT" }])],
    ["encrypted", officeFile([{ name: "word/document.xml", body: "<w:p/>", flags: 1 }])],
    [
      "one part named by many lines",
      officeFile([{ name: "word/document.xml", body: "a".repeat(1_000), stored: true }], 100),
    ],
    ["packed with zeros", word(Buffer.alloc(65 * 1024 * 1024))],
    [
      "packed with zeros in two parts",
      officeFile(
        ["word/document.xml", "word/header1.xml"].map((name) => ({
          name,
          body: Buffer.alloc(40 * 1024 * 1024),
        })),
      ),
    ],
    [
      "of a thousand headers",
      officeFile(
        Array.from({ length: 1_001 }, (_, at) => ({
          name: at ? `word/header${at}.xml` : "word/document.xml",
          body: "",
        })),
      ),
    ],
  ])("cannot be examined: %s", (_, bytes) => {
    expect(inspect("a.docx", bytes)).toEqual({ ok: false, code: "unexamined" });
  });

  it("stored as they are count like packed ones", () => {
    const tooMuch = Buffer.alloc(64 * 1024 * 1024 + 1, "a");
    expect(() => [...officeTexts(word(tooMuch, true))]).toThrow("too much");
  });
});

/**
 * Each of these made a pattern look at every place again from every place. At this length that is more than a minute's work, so
 * one that grows faster than the file itself cannot end before the runner gives the test up; none asks what the time is.
 */
describe("a file made to keep the server busy is looked at once", () => {
  const times = 1_000_000;
  // Packed, these would be refused for how much they unpack to.
  const docx = (xml: string) => ["a.docx", word(xml, true)] as const;
  const txt = (words: string) => ["a.txt", Buffer.from(words)] as const;
  it.each([
    ["blanks behind a label", txt(`ĐỘ MẬT${" ".repeat(times)}x\n`), null],
    ["blanks before a mark", txt(`ĐỘ MẬT${" ".repeat(times)}x\nMẬT\n`), "secret"],
    ["a colon among them", txt(`ĐỘ MẬT${" ".repeat(times)}:${" ".repeat(times)}x`), null],
    ["labels without end", txt("MỨC ĐỘ MẬT ".repeat(times)), null],
    ["brackets without end", txt(`\n${"(".repeat(times)}`), null],
    ["a mark with a tail", txt(`MẬT${" .".repeat(times)}x`), null],
    ["marks over one letter", txt(`a${"\u0301".repeat(times)}${"\u0323".repeat(times)}`), null],
    ["marks by turns", txt(`a${"\u0301\u0323".repeat(times)}\nMẬT`), "secret"],
    ["tags that never end", docx("<".repeat(times)), null],
    ["tags that end once", docx(`${"<".repeat(times)}>`), null],
    ["breaks that never end", docx("<w:br ".repeat(times)), null],
    ["breaks that end once", docx(`${"<w:br ".repeat(times)}>`), null],
    ["a break of blanks", docx(`<w:br ${" ".repeat(times)}>`), null],
    ["an entity without end", docx("&amp".repeat(times)), null],
  ] as const)("%s", (_, [name, bytes], refused) => {
    const inspected = inspect(name, bytes);
    expect(inspected.ok ? null : inspected.code).toBe(refused);
  });

  it("a name without end is no name", () => {
    expect(inspect(`a${"\u0301\u0323".repeat(times)}.txt`, Buffer.from("a"))).toEqual({
      ok: false,
      code: "name",
    });
  });
});
