import type { FileRow } from "@/lib/files/types";
import type {
  CaseStatus,
  OrganisationKind,
  RequestStatus,
  TargetKind,
  Urgency,
} from "@/lib/generated/prisma/enums";
import type { OfferedKind } from "@/lib/requests/kinds";
import type { LegalBasis } from "@/lib/requests/types";

/** A kind as its drafter chooses it: what it may be about, whom it may go to, on what basis; `fits` is false before initiation. */
export type KindOption = {
  code: OfferedKind;
  document: string;
  bases: LegalBasis[];
  verify: boolean;
  fits: boolean;
  targets: readonly TargetKind[];
  addressees: readonly OrganisationKind[];
  /** The register's own words for them, which tell a registrar from a carrier. */
  addresseeWords: readonly string[];
  asksAmount: boolean;
  needsParent: readonly string[];
  keeperOnly: boolean;
};
export type TargetOption = {
  id: string;
  kind: TargetKind;
  display: string;
  holderName: string | null;
  institutionId: string | null;
  /** Of a phone whose operator nobody named: the one that its prefix first belonged to. A hint, for numbers are ported. */
  likelyOrgId?: string | null;
  /** What the case's trail brought to it. */
  paidIn: string;
  activeHold: string | null;
  /** Requests of the case that ask the same already and still count: by kind and addressee. */
  asked: { code: string; kindCode: string; addresseeOrgId: string; status: RequestStatus }[];
};
export type AddresseeOption = { id: string; name: string; kind: OrganisationKind; segment: string | null };
export type NamedFile = { id: string; name: string };
export type ParentOption = { id: string; code: string; kindCode: string; addresseeOrgId: string };
export type DraftValuesSaved = {
  requestId: string;
  version: number;
  code: string;
  kindCode: OfferedKind;
  addresseeOrgId: string;
  urgency: Urgency;
  grounds: string;
  legalBases: string[];
  disclosure: string;
  parentId: string;
  details: Record<string, unknown> | null;
  targets: {
    targetId: string;
    disputedAmount: string;
    overGround: string;
    note: string;
    details: Record<string, unknown> | null;
  }[];
  files: FileRow[];
  statedReason: string | null;
};
export type DraftOptions = {
  caseId: string;
  caseCode: string;
  caseTitle: string;
  caseStatus: CaseStatus;
  /** May the drafter add targets to the case? */
  mayAddTargets: boolean;
  /** Kinds that nobody can sign here now: a procuracy has to be told and the register has none for the province. */
  unnotifiable?: readonly string[];
  kinds: KindOption[];
  targets: TargetOption[];
  addressees: AddresseeOption[];
  parents: ParentOption[];
  /** The unit's files of the case that belong to no request: a new draft may have some of them attached. */
  caseFiles: NamedFile[];
};
