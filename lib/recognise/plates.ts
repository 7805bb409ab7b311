import { type Candidate, nothing } from "./candidates";
import type { Page } from "./page";

/** Plates of cars (30K-123.45, 51F-12345) and motorbikes (59-X1 123.45, 83MĐ1-002.34): Circular 79/2024/TT-BCA. Nobody's account. */
const plate = /(?<![a-z0-9])\d{2}[ -]?[a-z]{1,2}\d?[ -]?\d{3}[.]?\d{2}(?![a-z0-9])/g;

/** Plates are nothing to be found. */
export function plates({ reading }: Page): Candidate[] {
  return [...reading.text.matchAll(plate)].map(({ 0: written, index }) =>
    nothing(index, index + written.length, 6),
  );
}
