import type { CaseStatus, RequestStatus } from "@/lib/generated/prisma/enums";

/** One thing that was found, with where it stands; instants ISO UTC. */
export type SearchHit = {
  id: string;
  kind: "case" | "request";
  code: string;
  title: string;
  /** What matched: an account, a number, a name on the record. */
  label: string;
  status: CaseStatus | RequestStatus;
  at: string;
};
export type SearchResult = { hits: SearchHit[]; more: boolean };
