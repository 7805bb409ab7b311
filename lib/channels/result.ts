/**
 * What became of one try. Codes have words (`channels.codes.<code>`); of `http-503` and `smtp-550` the number is told.
 * `gone`: nobody is there any more to whom it was to be said; it is not tried again.
 */
export type Result = Readonly<{ outcome: "sent" | "failed" | "gone"; code: string; ms: number }>;

export const resultCodes = [
  "ok",
  "timeout",
  "refused",
  "cut",
  "dns",
  "tls",
  "redirect",
  "too-large",
  "bad-address",
  "private-address",
  "https-only",
  "off",
  "no-number",
  "left",
  "read",
  "sealed",
  "switched-off",
  "unsealable",
  "unexpected",
] as const;
export type ResultCode = (typeof resultCodes)[number];

/** A try that failed for a known reason: nothing is logged, its code stands on the line. */
export class NotSent extends Error {
  constructor(readonly code: ResultCode | `http-${number}` | `smtp-${number}`) {
    super(code);
    this.name = "NotSent";
  }
}

/** Codes of Node, of its TLS and of a socket, as a receiver's administrator understands them. */
export function codeOfError(error: unknown): string {
  if (error instanceof NotSent) return error.code;
  const { code, name, responseCode } = (error ?? {}) as {
    code?: unknown;
    name?: unknown;
    responseCode?: unknown;
  };
  if (typeof responseCode === "number") return `smtp-${responseCode}`;
  const said = String(code ?? name ?? "");
  if (said === "ECONNREFUSED") return "refused";
  if (/^(ENOTFOUND|EAI_|EDNS)/.test(said)) return "dns";
  if (/TIMEOUT|TIMEDOUT|Timeout|ABORT/i.test(said)) return "timeout";
  if (/CERT|SSL|TLS|EPROTO|UNABLE_TO|SELF_SIGNED|HOSTNAME_MISMATCH/.test(said)) return "tls";
  if (/^(ECONN|EPIPE|ESOCKET|EHOST|ENET|HPE_|UND_)/.test(said)) return "cut";
  return "unexpected";
}
