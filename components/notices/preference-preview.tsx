"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { dayOf } from "@/lib/day";
import { formatTime } from "@/lib/i18n/local-time";
import { startOf } from "@/lib/local-days";
import { type Preferences, wishOf } from "@/lib/notices/preferences";
import type { Ways } from "./kind-line";

/** What would happen tonight with what is chosen now, in words. words: noticePreferences.mail.* */
export function PreferencePreview({
  preferences,
  ways,
  now,
}: {
  preferences: Preferences;
  ways: Ways;
  now: string;
}) {
  const t = useTranslations("noticePreferences");
  const at = new Date(startOf(dayOf(new Date(now))).getTime() + 23 * 3_600_000);
  const told = (urgent: boolean): string => {
    const wish = wishOf(preferences, { kind: "request.received", urgent, at });
    const time = wish.holdUntil ? formatTime(wish.holdUntil) : "";
    const isHeld = wish.holdUntil !== null;
    const words = [t("portal")];
    if (urgent) words.push(t("sound"));
    if (ways.mail)
      words.push(wish.email === "now" && isHeld ? t("mail.held", { time }) : t(`mail.${wish.email}`));
    if ((ways.sms && wish.sms) || (ways.zalo && wish.zalo))
      words.push(isHeld ? t("short.held", { time }) : t("short.now"));
    return words.join(", ");
  };
  return (
    <Card title={t("preview")}>
      <DefinitionList
        pairs={[
          { name: t("normal"), value: told(false) },
          { name: t("urgent"), value: told(true) },
        ]}
      />
    </Card>
  );
}
