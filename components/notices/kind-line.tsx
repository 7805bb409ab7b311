"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { NoticeKind } from "@/lib/notices/kinds";
import { type EmailChoice, emailChoices, type Preference } from "@/lib/notices/preferences";

/** Which ways this installation has. */
export type Ways = { mail: boolean; sms: boolean; zalo: boolean };

/** How one kind is told. words: mail.kind.* */
export function KindLine({
  kind,
  ways,
  chosen,
  onChoose,
}: {
  kind: NoticeKind;
  ways: Ways;
  chosen: Preference;
  onChoose: (chosen: Preference) => void;
}) {
  const t = useTranslations("noticePreferences");
  const what = useTranslations("mail.kind")(kind);
  return (
    <li className="notice">
      <span className="notice-what">{what}</span>
      <Select
        aria-label={t("emailOf", { what })}
        value={chosen.email}
        choices={emailChoices.map((value) => ({ value, label: t(`choices.${value}`) }))}
        onChange={(event) => onChoose({ ...chosen, email: event.target.value as EmailChoice })}
      />
      {(["sms", "zalo"] as const).map((way) =>
        ways[way] ? (
          <Checkbox
            key={way}
            label={t(way)}
            aria-label={t(`${way}Of`, { what })}
            checked={chosen[way]}
            onChange={(event) => onChoose({ ...chosen, [way]: event.target.checked })}
          />
        ) : null,
      )}
    </li>
  );
}
