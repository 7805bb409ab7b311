/** Sizes of the drawing of a trail, in its own units, which are pixels at full size. */
export const boxWidth = 162;
export const boxHeight = 98;
export const columnGap = 100;
export const rowGap = 20;
/** Above the boxes stand the layers' names, below them their part of the ledger. */
export const headHeight = 34;
export const footHeight = 135;
/** The thickest line, of the box through which most money went. */
export const thickest = 68;
export const thinnest = 1.5;

/** Nodes from which a drawing is too large to be kept whole in the page: only what is in sight of it is. */
export const largeTrail = 80;
