/** A police unit that holds the same: whom to call, and nothing of what it does. `phone` null when the register has none. */
export type DutyDesk = { unit: string; phone: string | null };
/** By the place of the asked target in its list. */
export type Elsewhere = { place: number; desks: DutyDesk[] }[];
