"use client";

import { AlarmClock } from "@/components/icons/alarm-clock";
import { Check } from "@/components/icons/check";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LiveButton } from "@/components/ui/live-button";
import { Menu } from "@/components/ui/menu";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { formatDateTime, parseLocalDateTime } from "@/lib/i18n/local-time";
import { readNoticesAction, snoozeNoticeAction } from "@/lib/notices/actions";
import { snoozeUntil } from "@/lib/notices/snooze-time";
import { snoozeTimes } from "@/lib/notices/schema";

/** What can be done with the unread of one line: put them away, or off. `what` names it for who hears the page. `now`: the server's, ISO. */
export function NoticeActs({ ids, what, now }: { ids: string[]; what: string; now: string }) {
  const t = useTranslations("notices");
  const router = useRouter();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [pending, start] = useTransition();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);

  const read = () =>
    start(async () => {
      const result = await readNoticesAction({ ids }).catch(() => null);
      toast(result?.ok ? t("readDone") : problemWords(result?.code ?? "unreachable"));
      router.refresh();
    });
  const snooze = (until: string) =>
    start(async () => {
      const result = await snoozeNoticeAction({ noticeIds: ids, until }).catch(() => null);
      if (result && !result.ok && result.fields?.until) return setWrong(true);
      toast(
        result?.ok
          ? t("snoozeDone", { time: formatDateTime(result.data.until) })
          : problemWords(result?.code ?? "unreachable"),
      );
      router.refresh();
    });
  const atOther = () => {
    const instant = parseLocalDateTime(typed);
    setWrong(!instant);
    if (instant) snooze(instant.toISOString());
  };
  return (
    <span className="row no-print">
      <Button
        size="sm"
        look="ghost"
        pending={pending}
        icon={<Check className="i" aria-hidden />}
        aria-label={t("readOf", { what })}
        onClick={read}
      >
        {t("read")}
      </Button>
      <Menu
        label={t("snoozeOf", { what })}
        className="btn btn-sm btn-ghost"
        trigger={
          <>
            <AlarmClock className="i" aria-hidden />
            {t("snooze")}
          </>
        }
      >
        {snoozeTimes.map((time) =>
          snoozeUntil(time, new Date(now)) ? (
            <LiveButton key={time} className="menu-item" disabled={pending} onClick={() => snooze(time)}>
              {t(`snoozeTimes.${time}`)}
            </LiveButton>
          ) : null,
        )}
        <div className="menu-part menu-line" data-stay="">
          <Form onSubmit={atOther} className="stack-2">
            <Field label={t("snoozeAt")} error={isWrong ? t("errors.until") : null} required>
              <DateTimeInput value={typed} onChange={(event) => setTyped(event.target.value)} />
            </Field>
            <Button type="submit" size="sm" pending={pending}>
              {t("snoozeSet")}
            </Button>
          </Form>
        </div>
      </Menu>
    </span>
  );
}
