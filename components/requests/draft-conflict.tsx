"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useFormContext } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import type { ChangedBy } from "@/lib/errors";
import { paths } from "@/lib/paths";
import type { DraftOptions, DraftValuesSaved } from "@/lib/requests/drafting/types";
import { chosenPicks, type DraftValues, savedDraft } from "./draft-values";

/** Who saved first, and what stands there now; null when it is no draft any more. */
export type Lost = { by: ChangedBy; saved: DraftValuesSaved | null };

/** Somebody, or the drafter in another window, saved this draft first: both versions side by side, and what was typed stays. */
export function DraftConflict({
  lost,
  options,
  onClose,
  onKeepMine,
  onTakeTheirs,
}: {
  lost: Lost | null;
  options: DraftOptions;
  onClose: () => void;
  onKeepMine: (version: number) => void;
  onTakeTheirs: (saved: DraftValuesSaved) => void;
}) {
  const t = useTranslations("requests.form");
  const router = useRouter();
  const told = useDraftParts(options);
  const { getValues } = useFormContext<DraftValues>();
  const saved = lost?.saved ?? null;
  const mine = saved ? told(getValues()) : [];
  const theirs = saved ? told(savedDraft(options, "", saved)) : [];
  const lines = theirs.map(({ name, text }, index) => {
    const own = mine[index]!.text;
    return { name, theirs: text || "–", mine: own || "–", different: text !== own };
  });
  return (
    <Conflict
      by={lost?.by ?? null}
      onClose={onClose}
      lines={lines.filter(({ different }) => different)}
      consequence={
        !saved ? t("noDraftNow") : lines.some(({ different }) => different) ? t("keepMine") : t("sameContent")
      }
      onKeepMine={saved ? () => onKeepMine(saved.version) : undefined}
      onTakeTheirs={() => (saved ? onTakeTheirs(saved) : router.push(paths.request(getValues("requestId"))))}
    />
  );
}

/** The parts of a draft in words, in the form's order. */
function useDraftParts(options: DraftOptions) {
  const t = useTranslations("requests");
  const kinds = useTranslations("kinds");
  const bases = new Map(options.kinds.flatMap((kind) => kind.bases.map(({ id, cited }) => [id, cited])));
  const displays = new Map(options.targets.map(({ id, display }) => [id, display]));
  return (values: DraftValues): { name: string; text: string }[] => [
    { name: t("form.kind"), text: kinds(values.kindCode as "ACCOUNT_SUSPEND") },
    {
      name: t("form.addressee"),
      text: options.addressees.find(({ id }) => id === values.addresseeOrgId)?.name ?? "",
    },
    { name: t("form.urgency"), text: t(`urgency.${values.urgency as "normal"}`) },
    {
      name: t("form.targets"),
      text: chosenPicks(options, values)
        .map(({ targetId, disputedAmount, overGround }) =>
          [displays.get(targetId), disputedAmount, overGround].filter(Boolean).join(", "),
        )
        .join("; "),
    },
    { name: t("form.grounds"), text: values.grounds },
    {
      name: t("form.bases"),
      text: values.legalBases
        .map((id) => bases.get(id) ?? id)
        .sort()
        .join("; "),
    },
    { name: t("form.disclosure"), text: values.disclosure },
    { name: t("form.files"), text: values.namedFiles.map(({ name }) => name).join("; ") },
  ];
}
