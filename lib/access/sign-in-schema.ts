import { z } from "zod";
import { storableText } from "@/lib/storable";

/** What the door takes. Long or odd input is refused before any hash is computed. */
export const passwordStep = z.object({
  email: z.string().overwrite(storableText).trim().min(3, "required").max(254, "signIn.errors.wrong"),
  password: z.string().overwrite(storableText).min(1, "required").max(512, "signIn.errors.wrong"),
});
export const codeStep = z.object({
  code: z.string().overwrite(storableText).trim().min(6, "signIn.errors.code").max(20, "signIn.errors.code"),
});

/** Only a path of this site leads back after signing in: one slash, no backslash, no other host. */
export function safeReturn(to: unknown): string | null {
  return typeof to === "string" &&
    /^\/(?![/\\])[\w\-/?=&.%]*$/.test(to) &&
    !to.startsWith("/sign-in") &&
    !to.startsWith("/api/")
    ? to
    : null;
}

/** What a step at the door answers; `next` is an address of this site. `nowhere`: proved, but no membership is in force. */
export type DoorResult =
  | { ok: true; next: string }
  | { ok: false; code: "wrong" | "code" | "tooMany" | "over" | "nowhere" | "unavailable" };
