/** What became of a hand-over: how many changed hands, how many of those named could not, how many are still held. */
export type HandedOver = { handoverId: string | null; done: number; skipped: number; left: number };

/** Somebody handed requests to the reader, who has not said yet that he read it. Instants ISO UTC. */
export type HandoverRow = { id: string; from: string; note: string; count: number; at: string };

/** What the dialog needs: how many the reader holds and to whom he may hand them. */
export type HandoverOffer = { held: number; colleagues: { membershipId: string; name: string }[] };
