"use client";

import { useTranslations } from "next-intl";
import { useWatch, type Control, type FieldValues, type Path } from "react-hook-form";
import { messageParts } from "@/lib/requests/kinds/message-parts";

/** How long a short message is and into how many it falls, while it is typed. */
export function MessageCount<V extends FieldValues>({
  control,
  name,
}: {
  control: Control<V>;
  name: Path<V>;
}) {
  const t = useTranslations("answers");
  const typed: unknown = useWatch({ control, name });
  const { characters, parts, perPart } = messageParts(typeof typed === "string" ? typed : "");
  return (
    <p className={parts > 1 ? "t13 c-amber num answer-wide" : "t13 mut num answer-wide"} role="status">
      {t("messageParts", { characters, parts, perPart })}
    </p>
  );
}
