"use client";

import { useTranslations } from "next-intl";
import type { Choice } from "@/components/ui/select";

/** Choices of a closed list with their words. words: admin.kind.* admin.level.* admin.role.* admin.signer.* admin.stage.* admin.procuracy.* admin.addressee.* admin.subject.* admin.unit.* admin.urgency.* admin.type.* admin.status.* admin.holiday.* admin.weekday.* */
export function useChoices(): (group: string, values: readonly (string | number)[]) => Choice[] {
  const t = useTranslations("admin");
  return (group, values) => values.map((value) => ({ value: String(value), label: t(`${group}.${value}` as never) }));
}
