const roundedMs = 60_000;

/** Does a new end fit a hold: later than its present one and within what an extension may give? A form writes minutes. */
export function untilFlaw(
  { untilAt, latestAt }: { untilAt: string | null; latestAt: string | null },
  until: Date,
): "notLater" | "tooLate" | null {
  if (untilAt && until.getTime() <= Date.parse(untilAt)) return "notLater";
  return latestAt && until.getTime() > Date.parse(latestAt) + roundedMs ? "tooLate" : null;
}
