"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { QuietHours } from "@/lib/notices/preferences";

const halfHours = Array.from({ length: 48 }, (_, at) => at * 30);
const face = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
/** As a week is written in Viet Nam: from Monday to Sunday. */
const week = ["1", "2", "3", "4", "5", "6", "0"] as const;

/** When only what is urgent may disturb. */
export function QuietFields({
  on,
  quiet,
  error,
  onSwitch,
  onChange,
}: {
  on: boolean;
  quiet: QuietHours;
  error: string | null;
  onSwitch: (on: boolean) => void;
  onChange: (quiet: QuietHours) => void;
}) {
  const t = useTranslations("noticePreferences");
  const weekday = useTranslations("admin.weekday");
  const choices = (now: number) =>
    [...new Set([...halfHours, now])]
      .sort((a, b) => a - b)
      .map((minute) => ({ value: String(minute), label: face(minute) }));
  return (
    <Card title={t("quiet")}>
      <div className="stack-3">
        <Checkbox
          label={t("quietOn")}
          hint={t("quietLead")}
          checked={on}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        {on ? (
          <>
            <div className="row wrap">
              {(["fromMinute", "toMinute"] as const).map((end) => (
                <Field key={end} label={t(end === "fromMinute" ? "from" : "to")} required>
                  <Select
                    value={String(quiet[end])}
                    choices={choices(quiet[end])}
                    onChange={(event) => onChange({ ...quiet, [end]: Number(event.target.value) })}
                  />
                </Field>
              ))}
            </div>
            <fieldset className="stack-2">
              <legend className="t13 mut">{t("days")}</legend>
              <div className="row wrap">
                {week.map((code) => {
                  const day = Number(code);
                  return (
                    <Checkbox
                      key={code}
                      label={weekday(code)}
                      checked={quiet.days.includes(day)}
                      onChange={(event) =>
                        onChange({
                          ...quiet,
                          days: event.target.checked
                            ? [...quiet.days, day]
                            : quiet.days.filter((one) => one !== day),
                        })
                      }
                    />
                  );
                })}
              </div>
            </fieldset>
            {error ? (
              <p role="alert" className="t13 c-red">
                {error}
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </Card>
  );
}
