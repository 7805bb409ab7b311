import { allowSound, beep } from "./beep";
import { hear } from "./stream";
import { titleCount } from "./title-count";

const looks = ["pointerdown", "keydown"] as const;

/**
 * Tells the bell how many wait, and for what is urgent sounds and counts in the title until somebody looks. Returns how to stop.
 */
export function ring(onCount: (unread: number) => void): () => void {
  const title = titleCount();
  const onLook = () => {
    if (document.visibilityState === "visible") title.clear();
  };
  const stop = hear({
    onTold: ({ topic, urgent, unread }) => {
      if (unread !== undefined) onCount(unread);
      if (topic !== "notice" || !urgent) return;
      beep();
      title.add();
    },
  });
  window.addEventListener("focus", onLook);
  document.addEventListener("visibilitychange", onLook);
  for (const look of looks) {
    document.addEventListener(look, allowSound);
    document.addEventListener(look, title.clear);
  }
  return () => {
    stop();
    title.stop();
    window.removeEventListener("focus", onLook);
    document.removeEventListener("visibilitychange", onLook);
    for (const look of looks) {
      document.removeEventListener(look, allowSound);
      document.removeEventListener(look, title.clear);
    }
  };
}
