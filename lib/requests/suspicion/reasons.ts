/** Why a desk doubts an order; the portal itself adds `content_changed`. Words: `suspicion.reasons.<code>`. */
export const suspicionReasons = [
  "unusual_content",
  "call_back_failed",
  "unknown_signer",
  "contact_elsewhere",
  "other",
] as const;
export type SuspicionReason = (typeof suspicionReasons)[number] | "content_changed";
