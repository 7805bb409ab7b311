/** Days after a period in which its reply may still be written or replaced. */
export const replyDays = 14;
export const longestReply = 1_000;
