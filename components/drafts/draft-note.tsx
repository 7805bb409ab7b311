"use client";

import { Check } from "@/components/icons/check";
import { CloudOff } from "@/components/icons/cloud-off";
import { CopyX } from "@/components/icons/copy-x";
import { Pencil } from "@/components/icons/pencil";
import { useTranslations } from "next-intl";
import { formatTime } from "@/lib/i18n/local-time";
import { Button } from "@/components/ui/button";
import type { DraftState } from "./use-draft";

/** Says that nothing is lost: when it was kept, or that it waits for the connection. */
export function DraftNote({ state, onDiscard }: { state: DraftState; onDiscard?: () => void }) {
  const t = useTranslations("drafts");
  if (state.phase === "empty") return <span className="t12 dim">{t("keepsItself")}</span>;
  if (state.phase === "elsewhere" && state.savedAt)
    return (
      <span className="row wrap t12 c-amber" role="alert">
        <CopyX className="i i-14" aria-hidden />
        {t("elsewhere", { time: formatTime(state.savedAt) })}
        <Button size="sm" onClick={() => window.location.reload()}>
          {t("openNewer")}
        </Button>
        <Button look="ghost" size="sm" onClick={state.keepMine}>
          {t("keepMine")}
        </Button>
      </span>
    );
  const Icon = state.phase === "waiting" ? CloudOff : state.phase === "saved" ? Check : Pencil;
  return (
    <span className="row t12 mut" role="status">
      <Icon className="i i-14" aria-hidden />
      {state.phase === "waiting"
        ? t("waiting")
        : state.savedAt
          ? t("savedAt", { time: formatTime(state.savedAt) })
          : t("typing")}
      {onDiscard && state.savedAt ? (
        <Button look="ghost" size="sm" onClick={onDiscard}>
          {t("discard")}
        </Button>
      ) : null}
    </span>
  );
}
