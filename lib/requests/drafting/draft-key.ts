/** Where the typing of a new request is kept: what was begun from one target is not laid over what is begun from another. */
export const newDraftKey = (caseId: string, beginWith: string | undefined): string =>
  beginWith ? `request-target:${beginWith}:new` : `request:${caseId}:new`;
/** And that of a request drafted anew from one that was withdrawn. */
export const againDraftKey = (requestId: string): string => `request-again:${requestId}:new`;
