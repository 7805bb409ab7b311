/** Below so many answers no line is compared: chance would decide on its place. */
export const leastAnswers = 5;
/** Below so many organisations the middle of them would tell of a single one. */
export const leastPeers = 5;
