import { quietCookie } from "@/lib/access/quiet";

/** Reads what nobody asked for. Re-reading by itself is no sign of life: an unattended screen still goes idle. */
export function readQuietly<Answer>(read: () => Answer): Answer {
  document.cookie = `${quietCookie}=1; path=/; max-age=2; samesite=strict`;
  return read();
}
