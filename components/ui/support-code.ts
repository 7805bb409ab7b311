/** The first block of a request's number as `7F2C-19QD`: short enough to read out, enough to find it in the log. */
export function supportCode(correlationId: string): string {
  return correlationId
    .slice(0, 8)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1-");
}
