import { z } from "zod";
import { text } from "@/lib/fields";

/** What two units may hold alike without knowing it (domain §1.4): an account, a wallet, a number. */
export const sharedKinds = ["bank_account", "e_wallet", "phone_number"] as const;
export type SharedKind = (typeof sharedKinds)[number];
export const isSharedKind = (kind: string): kind is SharedKind =>
  (sharedKinds as readonly string[]).includes(kind);
/** As many as one look may ask about; the database reads no more either. */
export const mostAsked = 200;
/** Numbers of no case of one's own that one person may ask about in an hour: what statements and reports of a whole day bring, and no
 * directory read to its end. */
export const mostNewAnHour = 2_000;

/** Whole values alone, in a body and never in an address: there is no looking for beginnings. */
export const elsewhereInput = z.object({
  targets: z
    .array(
      z.object({
        kind: z.enum(sharedKinds, "invalid"),
        value: text(1, 300),
        institutionId: z.uuid("invalid").optional(),
      }),
    )
    .min(1, "required")
    .max(mostAsked, "invalid"),
});
export type ElsewhereInput = z.output<typeof elsewhereInput>;
