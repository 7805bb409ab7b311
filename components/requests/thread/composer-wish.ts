/** What a screen wants to have written for somebody: the composer of that request takes it up, and he sends it or not. */
export type ComposerWish = { requestId: string; body: string; inside: boolean; mentions: string[] };
const name = "composer-wish";

export function wishToWrite(wish: ComposerWish): void {
  window.dispatchEvent(new CustomEvent<ComposerWish>(name, { detail: wish }));
}

/** Hears the wishes for one request until the returned function is called. */
export function hearWishes(requestId: string, take: (wish: ComposerWish) => void): () => void {
  const hear = (event: Event) => {
    const { detail } = event as CustomEvent<ComposerWish>;
    if (detail.requestId === requestId) take(detail);
  };
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}
