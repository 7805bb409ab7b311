"use client";

import { useTranslations } from "next-intl";
import type { FormField } from "@/components/admin/form-field";
import { ranks } from "@/lib/duty/schema";
import type { Colleague } from "@/lib/duty/types";

/** The fields of a shift, and parts of them for a repeat. */
export function useShiftFields(colleagues: readonly Colleague[]): (withDay: boolean) => FormField[] {
  const t = useTranslations("duty");
  return (withDay) => [
    {
      as: "select",
      name: "membershipId",
      label: t("form.person"),
      placeholder: t("form.choose"),
      choices: colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
      required: true,
    },
    {
      as: "select",
      name: "rank",
      label: t("form.rank"),
      choices: ranks.map((rank) => ({ value: String(rank), label: t("rank", { rank, behind: rank - 1 }) })),
      required: true,
    },
    ...(withDay
      ? [{ as: "day", name: "day", label: t("form.day"), required: true, wide: true } as const]
      : []),
    { as: "clock", name: "from", label: t("form.from"), required: true },
    { as: "clock", name: "to", label: t("form.to"), hint: t("form.toHint"), required: true },
    { as: "text", name: "phone", label: t("form.phone"), hint: t("form.phoneHint"), wide: true },
  ];
}
