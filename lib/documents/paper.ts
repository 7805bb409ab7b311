/**
 * A paper in the parts that Decree 30/2020/NĐ-CP asks for, in the order in which they are read: one description, made into HTML, PDF
 * and DOCX alike. Texts are whole, in the paper's language; nothing in here is drawn.
 */
export type Paper = {
  language: "vi" | "en";
  head: {
    state: string;
    motto: string;
    /** The organ above, as it was called on the day of signing. */
    above: string | null;
    organ: string;
    number: string;
    placeDate: string;
    /** V/v: an official letter has a subject, an order a title. */
    subject: string | null;
    /** Khẩn, Hỏa tốc. */
    urgency: string | null;
  };
  /** `authority`: who decides, between the title of a decision and its grounds. */
  title: { name: string; about: string | null; authority?: string | null } | null;
  to: string | null;
  blocks: Block[];
  recipients: { title: string; lines: string[] } | null;
  signatures: Signature[];
  annexes: { title: string; lines: string[] } | null;
  /** Where anybody may ask whether it is valid; only what is signed has one. */
  check: { code: string; address: string; hint: string } | null;
  /** The request's code and the mark of the signed content. */
  mark: string;
  /** What stands across every page of what is no valid letter. */
  watermark: string | null;
};

export type Block =
  /** `lead` stands before it in bold: "Điều 1." */
  | { kind: "text"; text: string; italic?: boolean; lead?: string }
  /** A line of its own in capitals and bold: "QUYẾT ĐỊNH:" */
  | { kind: "heading"; text: string }
  | ({ kind: "table" } & PaperTable);

export type PaperTable = {
  caption: string;
  /** `share`: how much of the width that is left; none: as wide as what stands in it. */
  columns: { label: string; align: "left" | "right" | "center"; share?: number }[];
  rows: Cell[][];
  /** The sum under the last column. */
  total: { label: string; amount: string } | null;
};
/** A cell's words, and below them in italics what is to be noted of it. */
export type Cell = { text: string; notes?: string[] };

export type Signature = {
  /** KT. TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG: the words of authority, one a line. */
  authority: string[];
  /** What stands where a hand would sign. */
  slot: string;
  name: string | null;
};
