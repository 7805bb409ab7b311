"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { saveNoticePreferencesAction } from "@/lib/notices/actions";
import { type NoticeGroup, noticeGroups, type NoticeKind, noticeKinds } from "@/lib/notices/kinds";
import {
  type EmailChoice,
  emailChoices,
  type Preference,
  type QuietHours,
  usual,
} from "@/lib/notices/preferences";
import type { OwnPreferences } from "@/lib/notices/read-preferences";
import { savePreferencesInput } from "@/lib/notices/schema";
import { KindLine, type Ways } from "./kind-line";
import { PreferencePreview } from "./preference-preview";
import { QuietFields } from "./quiet-fields";

const nights: QuietHours = { fromMinute: 22 * 60, toMinute: 6 * 60, days: [0, 1, 2, 3, 4, 5, 6] };

/** How one is told, kind by kind, and when not. `now` is the server's instant, ISO. */
export function PreferencesForm({ own, ways, now }: { own: OwnPreferences; ways: Ways; now: string }) {
  const t = useTranslations("noticePreferences");
  const words = useTranslations("notices");
  const toast = useToast();
  const problemWords = useProblemWords();
  const [kinds, setKinds] = useState(
    () => new Map<NoticeKind, Preference>(own.kinds.map(({ kind, ...chosen }) => [kind, chosen])),
  );
  const [isQuiet, setQuiet] = useState(own.quiet !== null);
  const [quiet, setHours] = useState(own.quiet ?? nights);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrong, setWrong] = useState<"quietDays" | "quietLength" | null>(null);
  const [pending, start] = useTransition();
  const isShown = (group: NoticeGroup) => own.told.some((kind) => noticeKinds[kind] === group);
  const mails = new Set(own.told.map((kind) => (kinds.get(kind) ?? usual).email));
  const [common] = mails.size === 1 ? mails : [];
  const chooseAll = (email: EmailChoice) =>
    setKinds(
      new Map([
        ...kinds,
        ...own.told.map((kind) => [kind, { ...(kinds.get(kind) ?? usual), email }] as const),
      ]),
    );
  // What was chosen of a kind that is not shown here goes back as it came.
  const input = {
    kinds: [...kinds].map(([kind, chosen]) => ({ kind, ...chosen })),
    quiet: isQuiet ? quiet : null,
  };
  const save = () => {
    setProblem(null);
    setWrong(null);
    if (!savePreferencesInput.safeParse(input).success)
      return setWrong(quiet.days.length === 0 ? "quietDays" : "quietLength");
    start(async () => {
      const result = await saveNoticePreferencesAction(input).catch(() => null);
      if (result?.ok) toast(t("saved"));
      else if (result?.fields?.kinds) setProblem(words("errors.notTold"));
      else setProblem(problemWords(result?.code ?? "unreachable"));
    });
  };
  return (
    <Form onSubmit={save} className="stack">
      {own.told.length === 0 ? <p className="mut">{t("nothing")}</p> : null}
      {own.told.length > 1 ? (
        <div className="card card-body row wrap between">
          <span>
            <b className="fw6">{t("all")}</b>
            <span className="block t12 mut">{t("allHint")}</span>
          </span>
          <Select
            aria-label={t("all")}
            value={common ?? ""}
            choices={[
              ...(common ? [] : [{ value: "", label: t("each") }]),
              ...emailChoices.map((value) => ({ value, label: t(`choices.${value}`) })),
            ]}
            onChange={(event) => event.target.value && chooseAll(event.target.value as EmailChoice)}
          />
        </div>
      ) : null}
      {noticeGroups.filter(isShown).map((group) => (
        <Card key={group} title={words(`groups.${group}`)} flush>
          <ul>
            {own.told
              .filter((kind) => noticeKinds[kind] === group)
              .map((kind) => (
                <KindLine
                  key={kind}
                  kind={kind}
                  ways={ways}
                  chosen={kinds.get(kind) ?? usual}
                  onChoose={(chosen) => setKinds(new Map(kinds).set(kind, chosen))}
                />
              ))}
          </ul>
        </Card>
      ))}
      <QuietFields
        on={isQuiet}
        quiet={quiet}
        error={wrong ? words(`errors.${wrong}`) : null}
        onSwitch={setQuiet}
        onChange={setHours}
      />
      {own.told.includes("request.received") ? (
        <PreferencePreview preferences={{ kinds, quiet: input.quiet }} ways={ways} now={now} />
      ) : null}
      <FormProblem problem={problem} />
      <div className="row no-print">
        <Button type="submit" look="primary" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}
