/**
 * Which request's next form takes the cursor, and why: a person pressed `e` on its row, or has just sent an answer and goes on.
 * Opened any other way a form leaves the cursor alone: the keys of the list must never be written into an amount.
 */
let wish: { requestId: string; because: "pressed" | "sent" } | null = null;

export function wishCursor(requestId: string, because: "pressed" | "sent"): void {
  wish = { requestId, because };
}

/** Why a form of this request takes the cursor now; null when it does not. */
export function cursorWish(requestId: string): "pressed" | "sent" | null {
  return wish?.requestId === requestId ? wish.because : null;
}

/** The first form that appears ends it, whichever request it belongs to. */
export function forgetCursorWish(): void {
  wish = null;
}
