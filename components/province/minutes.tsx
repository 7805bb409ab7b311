import { useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";
import { Withheld } from "./withheld";

/** A length of time in words; a dash where there is none. */
export function Minutes({ value, isWithheld = false }: { value: number | null; isWithheld?: boolean }) {
  const d = useTranslations("format.duration");
  if (isWithheld) return <Withheld />;
  if (value === null) return <span className="dim">–</span>;
  const { unit, ...values } = durationOf(value);
  return d(unit, values);
}
