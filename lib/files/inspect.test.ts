import { deflateSync } from "node:zlib";
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
  it.each([
    "CỘNG HÒA\nMẬT\nSố 12",
    "TỐI MẬT",
    "Độ mật: Tuyệt mật",
    "a\r\n[TUYỆT MẬT]\r\nb",
    "TỐI\u00a0MẬT",
    "TUYỆT  MẬT",
    "- TỐI MẬT -",
    "— MẬT —\nSố 3",
    "*** TUYỆT MẬT ***",
    "«MẬT»",
    "T\u00adỐI M\u200bẬT",
    "Số 12\tMẬT\tHà Nội",
    "Độ mật:\nMật",
    "Độ\u00a0mật\u00a0:\u00a0Tối\u00a0mật",
    "ＭẬＴ",
  ])("refuses the text %j", (text) => expect(textIsSecret(text)).toBe(true));
  it.each([
    "mật khẩu của bị hại bị lộ",
    "lý do: bảo mật",
    "MẬT KHẨU bị đổi",
    "Thông tin mật thiết",
    "BẢO MẬT",
    "Yêu cầu - BẢO MẬT - thông tin",
    "MẬT MÃ OTP",
    "Mật",
    "rau mật",
    "Độ mật khẩu yếu",
  ])("takes the text %j", (text) => expect(textIsSecret(text)).toBe(false));
});

const word = (xml: string | Buffer, stored = false) =>
  officeFile([{ name: "word/document.xml", body: xml, stored }]);
const excel = (...parts: Given[]) => officeFile([{ name: "xl/workbook.xml", body: "<workbook/>" }, ...parts]);

describe("the words of an office file", () => {
  it.each<readonly [string, string, Buffer]>([
    ["a line alone", "a.docx", word("<w:p><w:t>CỘNG HÒA</w:t></w:p><w:p><w:t>MẬT</w:t></w:p>")],
    ["a word in two runs", "a.docx", word("<w:p><w:t>TUYỆT </w:t><w:t>MẬT</w:t></w:p>")],
    ["behind a break", "a.docx", word('<w:p>a<w:br w:type="page"/><w:t>TỐI MẬT</w:t><w:br/>b</w:p>')],
    ["in quotation marks", "a.docx", word("<w:p>&quot;MẬT&quot;</w:p>", true)],
    ["behind what no tag ends", "a.docx", word("<w:p></w:p>\nĐộ mật: Mật <")],
    ["a shared string", "a.xlsx", excel({ name: "xl/sharedStrings.xml", body: "<si><t>MẬT</t></si>" })],
    ["a cell", "a.xlsx", excel({ name: "xl/worksheets/sheet1.xml", body: "<row><c>MẬT</c><c>1</c></row>" })],
    ["in numbers of its letters", "a.docx", word("<w:p><w:t>T&#7888;I M&#x1EAC;T</w:t></w:p>")],
    ["in numbers with zeros", "a.docx", word("<w:p>M&#0007852;&#x00000054;</w:p>")],
    ["between tabs", "a.docx", word("<w:p><w:t>Số 1</w:t><w:tab/><w:t>MẬT</w:t><w:tab/></w:p>")],
    ["in CDATA", "a.docx", word("<w:p><![CDATA[MẬT]]></w:p>")],
    ["in UTF-16", "a.docx", word(Buffer.from("\ufeff<w:p>MẬT</w:p>", "utf16le"))],
    ...["footnotes", "header7", "footer2", "endnotes", "comments", "glossary/document"].map(
      (part) =>
        [
          `in ${part}`,
          "a.docx",
          officeFile([
            { name: "word/document.xml", body: "<w:p/>" },
            { name: `word/${part}.xml`, body: "<w:p><w:t>TỐI MẬT</w:t></w:p>" },
          ]),
        ] as const,
    ),
    [
      "in a comment",
      "a.xlsx",
      excel({ name: "xl/comments1.xml", body: "<comment><text><t>MẬT</t></text></comment>" }),
    ],
    ["in a shape", "a.xlsx", excel({ name: "xl/drawings/drawing1.xml", body: "<a:p><a:t>MẬT</a:t></a:p>" })],
    [
      "on every page",
      "a.xlsx",
      excel({
        name: "xl/worksheets/sheet1.xml",
        body: '<headerFooter><oddHeader>&amp;L1&amp;C&amp;"Arial,Bold"&amp;14MẬT</oddHeader></headerFooter>',
      }),
    ],
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

const relations = (type: string, more: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://a.example/x>y" ${more}/></Relationships>`;
const withPart = (name: string, body: string) => [
  officeFile([
    { name: "word/document.xml", body: "<w:p/>" },
    { name, body },
  ]),
];
const pdf = (objects: string | Buffer) => [
  Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(objects), Buffer.from("\n%%EOF")]),
];
const packed = (objects: string) =>
  Buffer.concat([
    Buffer.from("1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n"),
    deflateSync(objects),
    Buffer.from("\nendstream"),
  ]);

describe("what does something by itself", () => {
  const outside = 'TargetMode="External"';
  it.each([
    [
      "a template from elsewhere",
      "a.docx",
      withPart("word/_rels/settings.xml.rels", relations("attachedTemplate", outside)),
    ],
    [
      "in other signs",
      "a.docx",
      withPart("word/_rels/settings.xml.rels", relations("attachedTemplate", "TargetMode = '&#69;xternal'")),
    ],
    [
      "a picture from elsewhere",
      "a.docx",
      withPart("word/_rels/document.xml.rels", relations("image", outside)),
    ],
    ["an object", "a.docx", withPart("word/embeddings/oleObject1.bin", "x")],
    ["an object by its link", "a.docx", withPart("word/_rels/document.xml.rels", relations("oleObject", ""))],
    ["a control", "a.docx", withPart("word/activeX/activeX1.xml", "x")],
    ["a macro by its link", "a.docx", withPart("word/_rels/document.xml.rels", relations("vbaProject", ""))],
    ["an old macro sheet", "a.xlsx", [excel({ name: "xl/macrosheets/sheet1.xml", body: "<x/>" })]],
    [
      "another program's data",
      "a.xlsx",
      [excel({ name: "xl/externalLinks/externalLink1.xml", body: "<x:ddeLink/>" })],
    ],
    ["a program that is started", "a.pdf", pdf("<< /S /Launch /F (calc.exe) >>")],
    ["a script", "a.pdf", pdf("<< /S/JavaScript /JS (app.alert(1)) >>")],
    ["a script in other signs", "a.pdf", pdf("<< /S /J#61vaS#63ript >>")],
    ["a file within", "a.pdf", pdf("<< /Type /EmbeddedFile >>")],
    ["a script in packed objects", "a.pdf", pdf(packed("<< /S /JavaScript >>"))],
  ])("%s is refused", (_, name, [bytes]) => {
    expect(inspect(name, bytes!)).toEqual({ ok: false, code: "active" });
  });

  it.each([
    ["a link to press", "a.docx", withPart("word/_rels/document.xml.rels", relations("hyperlink", outside))],
    ["a chart's figures", "a.docx", withPart("word/embeddings/Microsoft_Excel_Sheet1.xlsx", "x")],
    [
      "a formula on another workbook",
      "a.xlsx",
      [
        excel({
          name: "xl/externalLinks/_rels/externalLink1.xml.rels",
          body: relations("externalLinkPath", outside),
        }),
      ],
    ],
    [
      "pages and forms",
      "a.pdf",
      pdf(packed("<< /Type /Catalog /AcroForm 3 0 R /OpenAction [4 0 R /Fit] >>")),
    ],
    ["what cannot be unpacked", "a.pdf", pdf("<< /Type /ObjStm >>\nstream\nabc\nendstream")],
  ])("%s is taken", (_, name, [bytes]) => {
    expect(inspect(name, bytes!)).toMatchObject({ ok: true });
  });

  it.each(["xl/VBAProject.bin", "xl/vbaproject.BIN"])("%s is a macro however it is written", (name) => {
    expect(inspect("a.xlsx", excel({ name, body: "x" }))).toMatchObject({ ok: false });
  });

  it("packed objects without end are not unpacked", () => {
    expect(inspect("a.pdf", pdf(packed("0".repeat(65 * 1024 * 1024)))[0]!)).toEqual({
      ok: false,
      code: "unexamined",
    });
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
    ["an entity of zeros", docx(`&#${"0".repeat(times)}`), null],
    ["entities of zeros", docx("&#0000000".repeat(times / 10)), null],
    ["decoration without end", txt(`\n${"- ".repeat(times)}MẬT${" -".repeat(times)}x`), null],
    ["blanks and lines", txt(" \n".repeat(times)), null],
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
