import { deflateRawSync } from "node:zlib";

/** A part; `stored` as it is, else packed. */
export type Given = { name: string; body: string | Buffer; stored?: boolean; flags?: number };

/** A ZIP as an office file is one; `repeat` writes each line of the directory so many times. */
export function officeFile(parts: Given[], repeat = 1): Buffer {
  const entries: Buffer[] = [];
  const lines: Buffer[] = [];
  let at = 0;
  for (const { name, body, stored, flags = 0 } of [
    { name: "[Content_Types].xml", body: "<Types/>" },
    ...parts,
  ]) {
    const packed = stored ? Buffer.from(body) : deflateRawSync(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(flags, 8);
    line.writeUInt16LE(stored ? 0 : 8, 10);
    line.writeUInt32LE(packed.length, 20);
    line.writeUInt32LE(Buffer.byteLength(body), 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(at, 42);
    const entry = Buffer.concat([local, Buffer.from(name), packed]);
    entries.push(entry);
    lines.push(Buffer.concat([line, Buffer.from(name)]));
    at += entry.length;
  }
  const directory = lines.flatMap((line) => Array<Buffer>(repeat).fill(line));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...entries, ...directory, end]);
}

const first = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook of one sheet, written by hand: `data` and `behind` stand in its sheet, `names` beside it. */
export const sheetParts = (data: string, behind = "", definedNames = ""): Given[] => [
  {
    name: "xl/workbook.xml",
    body: `${first}<workbook ${names} xmlns:r="${links}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${definedNames}</workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    body: `${first}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: "xl/worksheets/sheet1.xml",
    body: `${first}<worksheet ${names}><sheetData>${data}</sheetData>${behind}</worksheet>`,
  },
];
