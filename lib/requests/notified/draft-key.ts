/** Under which key an objection, or the unit's reply to it, is kept while it is typed; each writer has his own. */
export const objectionDraft = (requestId: string) => `objection:${requestId}`;
