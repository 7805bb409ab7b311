import { useTranslations } from "next-intl";
import { limitUnits } from "@/lib/reference/limits";
import { useChoices } from "./choices";
import type { FormField } from "./form-field";

/** What is typed of a limit, whatever it is for; `dayHint` says what becomes of the limit before. */
export function useLimitFields(isAnswer: boolean, dayHint: string): FormField[] {
  const t = useTranslations("admin.limit");
  const choices = useChoices();
  return [
    { as: "number", name: "value", label: t("value"), required: true },
    { as: "select", name: "unit", label: t("unit"), choices: choices("unit", limitUnits), required: true },
    ...(isAnswer
      ? [
          {
            as: "number",
            name: "mostExtension",
            label: t("mostExtension"),
            hint: t("mostExtensionHint"),
          } as const,
        ]
      : []),
    { as: "day", name: "validFrom", label: t("validFrom"), hint: dayHint, required: true },
    { as: "text", name: "source", label: t("source"), hint: t("sourceHint"), required: true, wide: true },
    { as: "area", name: "note", label: t("note"), rows: 2 },
  ];
}
