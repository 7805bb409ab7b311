import type { ChangedBy, ProblemCode } from "@/lib/errors";

/** What became of one row. `before` is who had it, so that giving it to somebody can be undone; `why` says what stopped a row. */
export type BulkRow =
  | { requestId: string; done: true; version: number | null; before: string | null }
  | {
      requestId: string;
      done: false;
      why: ProblemCode | "notOverdue" | "tooSoon";
      by?: ChangedBy;
      /** The colleague of the reader's own desk whose it is, where that is why. */
      holder?: string;
    };
