import { describe, expect, it } from "vitest";
import { authorityLines, officeOf } from "./authority-words";

describe("the words of authority", () => {
  it.each([
    ["Trưởng phòng", ["TRƯỞNG PHÒNG"]],
    ["Phó Trưởng phòng", ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]],
    ["phó  cục trưởng", ["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"]],
    ["Phó Thủ trưởng Cơ quan điều tra", ["KT. THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA", "PHÓ THỦ TRƯỞNG"]],
    ["Phó Trưởng Công an xã", ["KT. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ"]],
    ["Quyền Trưởng phòng", ["Q. TRƯỞNG PHÒNG"]],
    ["TL. Giám đốc, Trưởng phòng", ["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]],
    ["TM. Ủy ban nhân dân, Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]],
    ["Phóng viên", ["PHÓNG VIÊN"]],
    ["", []],
  ])("of %j are %j", (office, lines) => expect(authorityLines(office)).toEqual(lines));
});

describe("the office in which somebody signs", () => {
  const deputy = "Phó Thủ trưởng Cơ quan điều tra";
  const both = `Trưởng phòng, ${deputy}`;
  it.each([
    [both, "deputy_head_of_investigation_agency", deputy, deputy],
    [both, "head_of_specialised_cyber_unit", "Thủ trưởng lực lượng", "Trưởng phòng"],
    ["Phó Trưởng phòng", "deputy_head_of_specialised_cyber_unit", "x", "Phó Trưởng phòng"],
    ["Trưởng phòng", "deputy_head_of_investigation_agency", deputy, deputy],
    [null, "deputy_head_of_investigation_agency", deputy, deputy],
    ["Trưởng Công an xã", null, null, "Trưởng Công an xã"],
    [null, null, null, ""],
    ["TL. Giám đốc, Trưởng phòng", null, null, "TL. Giám đốc, Trưởng phòng"],
  ])("%j as %s", (titles, capacity, legal, office) => expect(officeOf(titles, capacity, legal)).toBe(office));
});
