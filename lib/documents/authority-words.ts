/**
 * The words of authority over a signature (Decree 30/2020, Appendix I, I.7), in capitals, one a line. A deputy signs for his head:
 * "Phó Trưởng phòng" → KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG. An acting head has Q.; who signs by order or for a collective has it in
 * the register as it is to stand there: "TL. Giám đốc, Trưởng phòng".
 */
export function authorityLines(office: string): string[] {
  const said = office.replace(/\s+/g, " ").trim();
  if (!said) return [];
  if (/^(KT|TL|TM|TUQ)\.\s*\S/i.test(said)) return said.split(/\s*,\s*/).map(capitals);
  const acting = /^(?:Quyền|Q\.)\s+(.+)$/i.exec(said);
  if (acting) return [capitals(`Q. ${acting[1]!}`)];
  const deputy = /^Phó\s+(.+)$/i.exec(said);
  return deputy
    ? [capitals(`KT. ${deputy[1]!}`), capitals(`Phó ${ownOffice(deputy[1]!)}`)]
    : [capitals(said)];
}

/** Who decides, as it stands over a decision's grounds: the office in whose name is signed, without how. Null when nobody has signed. */
export const authorityOf = (lines: readonly string[]): string | null =>
  lines[0]?.replace(/^(KT|TL|TM|TUQ|Q)\.\s*/i, "") ?? null;

/** The line above has said of which agency. */
const ownOffice = (head: string): string => head.replace(/^(thủ trưởng)\s.+$/i, "$1");

const capitals = (text: string): string => text.toLocaleUpperCase("vi");

/**
 * In which of his offices somebody signs. The register knows his titles ("Trưởng phòng, Phó Thủ trưởng Cơ quan điều tra") and the
 * legal title under which he signed; `legal` is its name, null when he signs by none. Head of an investigation agency is an office of
 * its own, every other stands for his unit's.
 */
export function officeOf(titles: string | null, capacity: string | null, legal: string | null): string {
  // A written authority is one whole: its comma parts two lines and no two offices.
  if (titles && /^(KT|TL|TM|TUQ)\./i.test(titles)) return titles;
  const offices = (titles ?? "").split(/\s*[,;]\s*/).filter(Boolean);
  const investigates = (office: string) => /thủ trưởng/i.test(office);
  if (capacity?.endsWith("investigation_agency")) return offices.find(investigates) ?? legal ?? "";
  return offices.find((office) => !investigates(office)) ?? offices[0] ?? legal ?? "";
}
