"use client";

import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { BellRing } from "@/components/icons/bell-ring";
import { Check } from "@/components/icons/check";
import { CheckCheck } from "@/components/icons/check-check";
import { Undo2 } from "@/components/icons/undo-2";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type ComponentType, useState } from "react";
import { ColleagueMenu } from "@/components/queue/colleague-menu";
import { Button } from "@/components/ui/button";
import { LazyScreen } from "@/components/ui/lazy-screen";
import { useProblemWords } from "@/components/ui/problem-words";
import { Progress } from "@/components/ui/progress";
import { useToast } from "@/components/ui/toast";
import { actOnManyAction } from "@/lib/requests/bulk/actions";
import type { BulkAct } from "@/lib/requests/bulk/schema";
import { RemindAsk } from "./remind-ask";
import { type Batch, runBatch, type Stopped } from "./run-batch";

/** A chosen row; `addressee` where it is another organisation that an act would tell. */
export type Chosen = { id: string; version: number; code: string; addressee?: string };
type HandoverProps = {
  requestIds?: string[];
  onClose: () => void;
  onDone?: () => void;
};
const loadHandover = (): Promise<ComponentType<HandoverProps>> =>
  import("@/components/handover/handover-dialog").then((module) => module.HandoverDialog);
const icons = { acknowledge: Check, accept: CheckCheck, remind: BellRing, recall: Undo2 } as const;

/** What can be done with the chosen rows, how far it is, and for each row that was left out the reason. */
export function BulkBar({
  chosen,
  acts,
  colleagues = [],
  mayHandOver = false,
  onClear,
  onSome,
}: {
  chosen: readonly Chosen[];
  acts: readonly BulkAct[];
  colleagues?: readonly { membershipId: string; name: string }[];
  mayHandOver?: boolean;
  onClear: () => void;
  /** Some rows are done, others were left out. */
  onSome?: (doneIds: string[]) => void;
}) {
  const t = useTranslations("bulk");
  const problems = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [stopped, setStopped] = useState<readonly Stopped[]>([]);
  const [handing, setHanding] = useState(false);
  const [asking, setAsking] = useState(false);

  async function run(batch: Batch): Promise<void> {
    setStopped([]);
    setProgress({ done: 0, of: batch.rows.length });
    const { done, left } = await runBatch(actOnManyAction, batch, (count) =>
      setProgress({ done: count, of: batch.rows.length }),
    );
    setProgress(null);
    setStopped(left);
    if (done.length > 0)
      toast(
        t(`done.${batch.act}`, { count: done.length }),
        batch.act === "assign" && !batch.isUndo
          ? {
              label: t("undo"),
              run: () =>
                void run({
                  act: "assign",
                  isUndo: true,
                  rows: done.map(({ requestId, version, before, code }) => ({
                    requestId,
                    version: version ?? 1,
                    membershipId: before,
                    code,
                  })),
                }),
            }
          : undefined,
      );
    if (left.length === 0) onClear();
    else onSome?.(done.map(({ requestId }) => requestId));
    router.refresh();
  }
  const rows = (membershipId?: string | null) =>
    chosen.map(({ id, version, code }) => ({
      requestId: id,
      version,
      code,
      ...(membershipId === undefined ? {} : { membershipId }),
    }));
  const pending = progress !== null;

  return (
    <div className="bulk no-print" role="region" aria-label={t("label")}>
      <b className="fw6 t13" role="status">
        {t("chosen", { count: chosen.length })}
      </b>
      {acts.map((act) => {
        if (act === "assign")
          return colleagues.length === 0 ? null : (
            <ColleagueMenu
              key={act}
              small
              label={t("act.assign")}
              colleagues={colleagues}
              nobody={t("nobody")}
              pending={pending}
              onChoose={(membershipId) => void run({ act: "assign", rows: rows(membershipId) })}
            />
          );
        const Icon = icons[act];
        return (
          <Button
            key={act}
            size="sm"
            look={act === "acknowledge" || act === "accept" ? "primary" : "plain"}
            disabled={pending}
            icon={<Icon className="i" aria-hidden />}
            onClick={() => (act === "remind" ? setAsking(true) : void run({ act, rows: rows() }))}
          >
            {t(`act.${act}`)}
          </Button>
        );
      })}
      {mayHandOver ? (
        <Button
          size="sm"
          disabled={pending}
          icon={<ArrowRightLeft className="i" aria-hidden />}
          onClick={() => setHanding(true)}
        >
          {t("handOver")}
        </Button>
      ) : null}
      {progress && progress.of > 50 ? (
        <span className="row g1 t13" role="status">
          <Progress value={progress.done} max={progress.of} label={t("progress", progress)} />
          {t("progress", progress)}
        </span>
      ) : null}
      <span className="push" />
      <Button size="sm" look="ghost" icon={<X className="i" aria-hidden />} onClick={onClear}>
        {t("clear")}
      </Button>
      {stopped.length > 0 ? (
        <div className="bulk-why t13" role="alert">
          <b className="fw6">{t("left", { count: stopped.length })}</b>
          <ul className="stack-1">
            {stopped.map(({ requestId, code, why, by, holder }) => (
              <li key={requestId}>
                <span className="num">{code}</span>:{" "}
                {holder
                  ? t("holder", { who: holder })
                  : by
                    ? by.isYou
                      ? t("byYou")
                      : t("meanwhile", { who: by.name })
                    : why === "tooSoon" || why === "notOverdue"
                      ? t(`why.${why}`)
                      : problems(why)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {asking ? (
        <RemindAsk
          requests={chosen}
          onSend={() => void run({ act: "remind", rows: rows() })}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {handing ? (
        <LazyScreen<HandoverProps>
          load={loadHandover}
          requestIds={chosen.map(({ id }) => id)}
          onClose={() => setHanding(false)}
          onDone={onClear}
        />
      ) : null}
    </div>
  );
}
