import { useTranslations } from "next-intl";

// words: events.*
/** What an event is called; one that has no word yet is shown by its own code. */
export function useEventWords(): (type: string) => string {
  const t = useTranslations("events");
  return (type) => (t.has(type) ? t(type) : type);
}
