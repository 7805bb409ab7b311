/** The views of the queue, in their order. */
export const queueTabs = ["open", "mine", "unclaimed", "clarification", "suspected", "answered"] as const;
export type QueueTab = (typeof queueTabs)[number];
