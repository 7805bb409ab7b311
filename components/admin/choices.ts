"use client";

import { useTranslations } from "next-intl";
import type { Choice } from "@/components/ui/select";

/** Choices of a closed list with their words. words: roles.* admin.kind.* admin.level.* admin.signer.* admin.stage.* admin.procuracy.* admin.addressee.* admin.subject.* admin.unit.* admin.urgency.* admin.type.* admin.status.* admin.holiday.* admin.weekday.* */
export function useChoices(): (group: string, values: readonly (string | number)[]) => Choice[] {
  const t = useTranslations();
  // Roles are named in many places, so their words stand apart.
  const place = (group: string) => (group === "roles" ? group : `admin.${group}`);
  return (group, values) =>
    values.map((value) => ({ value: String(value), label: t(`${place(group)}.${value}` as never) }));
}
