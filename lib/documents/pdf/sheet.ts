/** Points of a millimetre. */
const mm = 72 / 25.4;

/** A4 and its margins in points: Decree 30/2020 allows 20–25 mm above and below, 30–35 left, 15–20 right. */
export const page = { width: 595.28, left: 30 * mm, right: 16 * mm, top: 20 * mm, bottom: 20 * mm } as const;
export const bodyWidth = page.width - page.left - page.right;
