/** Under which keys a question to the unit and a refusal are kept while they are typed; each writer has his own. */
export const askDraft = (requestId: string) => `ask:${requestId}`;
export const refusalDraft = (requestId: string) => `refuse:${requestId}`;
