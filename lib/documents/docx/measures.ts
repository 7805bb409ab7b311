/** Twentieths of a point, Word's measure of lengths, of millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
/** Half points, Word's measure of letters. */
export const points = (size: number): number => size * 2;
/** Twentieths of a point: the space between paragraphs. */
export const space = (size: number): number => size * 20;
/** The body's width on A4 between the margins of the decree, in twips. */
export const bodyTwips = twips(210 - 30 - 16);
