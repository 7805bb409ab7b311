"use client";

import { PhoneForwarded } from "@/components/icons/phone-forwarded";
import { useTranslations } from "next-intl";
import type { DutyDesk } from "@/lib/deconfliction/types";

/** That another unit holds the same, and whom to call: quiet, for it says nothing about the case here. */
export function ElsewhereChips({ desks }: { desks: readonly DutyDesk[] | undefined }) {
  const t = useTranslations("deconfliction");
  if (!desks || desks.length === 0) return null;
  return (
    <ul className="stack-1">
      {desks.map(({ unit, phone }) => (
        <li key={unit} className="t13 mut row">
          <PhoneForwarded className="i i-14" aria-hidden />
          {phone ? t("match", { unit, phone }) : t("matchWithoutPhone", { unit })}
        </li>
      ))}
    </ul>
  );
}
