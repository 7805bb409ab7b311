"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import type { TargetOption } from "@/lib/requests/drafting/types";
import type { DraftValues } from "./draft-values";
import { firstToChoose, mostTargets } from "./pick-choice";

/** Filter, and choosing many together, for a case with more targets than one reads through. `meant` are those that the filter leaves. */
export function PickTools({
  fitting,
  meant,
  typed,
  onType,
}: {
  fitting: number;
  meant: readonly TargetOption[];
  typed: string;
  onType: (text: string) => void;
}) {
  const t = useTranslations("requests.form");
  const { getValues, setValue } = useFormContext<DraftValues>();
  const first = firstToChoose(meant);

  function choose(ids: ReadonlySet<string>): void {
    const picks = getValues("picks");
    // Taken together: what was chosen outside the filter stays when something is added, and goes when all is taken off.
    setValue(
      "picks",
      picks.map((pick) => ({ ...pick, chosen: ids.size > 0 && (pick.chosen || ids.has(pick.targetId)) })),
      { shouldDirty: true, shouldValidate: false },
    );
  }

  return (
    <div className="row wrap pick-tools">
      <TextInput
        type="search"
        aria-label={t("filter")}
        placeholder={t("filterHint")}
        value={typed}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // Enter looks for something here: it does not hand the request in.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <span className="t13 mut num" role="status">
        {meant.length < fitting ? t("filtered", { count: meant.length }) : ""}
      </span>
      <span className="push" />
      {first.size > 0 ? (
        <Button size="sm" onClick={() => choose(first)}>
          {first.size < meant.length
            ? t("chooseFirst", { count: first.size })
            : t("chooseAll", { count: first.size })}
        </Button>
      ) : null}
      <Button size="sm" onClick={() => choose(new Set())}>
        {t("chooseNone")}
      </Button>
    </div>
  );
}

/** What a request cannot take: too many chosen, or so many fitting that none was chosen for the drafter. */
export function PickLimit({ chosen, fitting }: { chosen: number; fitting: number }) {
  const t = useTranslations("requests.form");
  if (chosen > mostTargets)
    return (
      <Note tone="red" announce className="mb-2">
        {t("overLimit", { count: chosen, limit: mostTargets, excess: chosen - mostTargets })}
      </Note>
    );
  if (fitting > mostTargets && chosen === 0)
    return (
      <Note tone="amber" className="mb-2">
        {t("tooMany", { count: fitting, limit: mostTargets })}
      </Note>
    );
  return null;
}
