import type { Tone } from "@/components/ui/badge";

/** One colour for one urgency, on every screen. The word or an icon with a name goes with it. */
export const urgencyTones = { emergency: "red", urgent: "amber", normal: "grey" } as const satisfies Record<
  string,
  Tone
>;
