/** What every exported file says of itself, visibly and in its metadata: a page that leaked names who took it. */
export type ExportMark = {
  id: string;
  /** `XK-<year>-<serial>`. */
  number: string;
  madeAt: Date;
  /** Rank and name of who took it. */
  madeBy: string;
  orgName: string;
};

/** More rows than these leave the portal only with a reason. */
export const rowsWithoutReason = 500;

/** So many files that hold many records (lists, trails) a person takes out in an hour: lib/exports/hourly-limit.ts. */
export const mostAnHour = 10;
