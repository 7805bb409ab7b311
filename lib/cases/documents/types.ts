import type { KeysetPage } from "@/lib/keyset";
import type { ScanState } from "@/lib/files/kinds";
import type { DocumentKind } from "./schema";

/** `amended`: a letter that a later one changed; `amends`: that later one. Files have no state. */
export type DocumentState = "valid" | "withdrawn" | "amended" | "amends";
/** A paper or a file of a case. Instants ISO UTC, `date` the day on the paper as YYYY-MM-DD, sizes bytes. */
export type DocumentRow = {
  kind: DocumentKind;
  /** Of the file, the request, the amendment or the decision; one may stand here as a letter and as minutes. */
  id: string;
  at: string;
  /** A file's own name; null for what the portal writes itself. */
  name: string | null;
  /** The kind of request that a letter, minutes or an answer belong to. */
  kindCode: string | null;
  requestId: string | null;
  requestCode: string | null;
  number: string | null;
  date: string | null;
  state: DocumentState | null;
  by: string;
  organisation: string;
  /** Whom a letter went to; null for everything else. */
  addressee: string | null;
  size: number | null;
  sha256: string | null;
  scan: ScanState | null;
  scanReason: string | null;
};
export type DocumentPage = KeysetPage<DocumentRow> & {
  /** How many there are of each kind, whatever the filter keeps. */
  counts: Partial<Record<DocumentKind, number>>;
};
