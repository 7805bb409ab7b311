import { useTranslations } from "next-intl";

/** Words of events stand in sentences as well; at the head of a row they begin large. */
export const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);

// words: events.*
/** What an event is called; one that has no word yet is shown by its own code. */
export function useEventWords(): (type: string) => string {
  const t = useTranslations("events");
  return (type) => (t.has(type) ? capitalised(t(type)) : type);
}
