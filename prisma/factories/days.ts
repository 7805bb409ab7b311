import { dayOf } from "@/lib/day";

/** The day so many days from today in Viet Nam, yyyy-mm-dd. */
export const inDays = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000));
