"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useFormContext } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Timestamp } from "@/components/ui/timestamp";
import { useToast } from "@/components/ui/toast";
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
  const told = useDraftParts(options);
  const { getValues } = useFormContext<DraftValues>();
  const saved = lost?.saved ?? null;
  if (lost && !saved)
    return (
      <NoDraftNow
        by={lost.by}
        parts={told(getValues())}
        requestId={getValues("requestId")}
        onClose={onClose}
      />
    );
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
      consequence={lines.some(({ different }) => different) ? t("keepMine") : t("sameContent")}
      onKeepMine={saved ? () => onKeepMine(saved.version) : undefined}
      onTakeTheirs={() => {
        if (saved) onTakeTheirs(saved);
      }}
    />
  );
}

/** It was handed in or given up meanwhile: who did what, a copy of what was typed here, and the way to what it is now. */
function NoDraftNow({
  by,
  parts,
  requestId,
  onClose,
}: {
  by: ChangedBy;
  parts: readonly { name: string; text: string }[];
  requestId: string;
  onClose: () => void;
}) {
  const t = useTranslations("requests.form");
  const router = useRouter();
  const toast = useToast();
  const isHandedIn = by.what === "request.submitted";
  const title = isHandedIn
    ? by.isYou
      ? t("handedInByYou")
      : t("handedInBy", { who: by.name })
    : t("noDraftTitle");
  const copy = () =>
    navigator.clipboard
      .writeText(
        parts
          .filter(({ text }) => text !== "")
          .map(({ name, text }) => `${name}: ${text}`)
          .join("\n"),
      )
      .then(() => toast(t("typedCopied")))
      .catch(() => toast(t("typedNotCopied")));
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      lead={<Timestamp at={by.at} />}
      footer={
        <>
          <Button onClick={onClose}>{t("closeConflict")}</Button>
          <Button onClick={() => void copy()}>{t("copyTyped")}</Button>
          <Button look="primary" onClick={() => router.push(paths.request(requestId))}>
            {t("openRequest")}
          </Button>
        </>
      }
    >
      <p className="t13">{t("noDraftNow")}</p>
    </Dialog>
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
