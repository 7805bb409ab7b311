"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { useLater } from "@/components/ui/use-later";
import { drawTrail } from "@/lib/money/trail/drawing";
import { ofVictim, standsBack } from "@/lib/money/trail/focus";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd } from "@/lib/money/format-vnd";
import type { TrailLayout } from "@/lib/money/trail/layout";
import { largeTrail } from "@/lib/money/trail/measures";
import { type TrailStatus, trailStatuses } from "@/lib/money/trail/status";
import type { TrailView } from "@/lib/money/trail/types";
import { NodePanel } from "./node-panel";
import { StatusSign } from "./status-mark";
import { TrailList } from "./trail-list";
import { TrailSvg } from "./trail-svg";
import { EdgeTable, NodeTable } from "./trail-tables";
import { trailWords } from "./trail-words";
import { usePrinting } from "./use-printing";

// The drawing that can be moved about is a piece of script of its own; whoever opens no trail does not carry it.
const loadFlow = () => import("./trail-flow").then(({ TrailFlow }) => TrailFlow);
// It comes while the page wakes up, and not after.
if (typeof window !== "undefined") loadFlow().catch(() => undefined);

/**
 * The money trail: the drawing and its table twin, by victim and by state. Without script, on paper and on a phone the tables stand there
 * by themselves (trail.css); those of a large trail come when they are looked at or printed, for thousands of hidden cells would hold up
 * the drawing. `acts` stands in the head.
 */
export function TrailScreen({
  view,
  layout,
  wholeList = false,
  acts,
}: {
  view: TrailView;
  layout: TrailLayout;
  /** Every account in the list of a phone, also of a large trail. */
  wholeList?: boolean;
  acts?: ReactNode;
}) {
  const t = useTranslations("trail");
  const language = useLocale() as Language;
  const vnd = (amount: string) => formatVnd(BigInt(amount), language);
  const [shown, setShown] = useState<"drawing" | "table">("drawing");
  const isPrinting = usePrinting();
  const isLarge = view.nodes.length > largeTrail;
  const [victim, setVictim] = useState<string | null>(null);
  const [statuses, setStatuses] = useState<ReadonlySet<TrailStatus>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const focused = useMemo(() => ofVictim(view, victim), [view, victim]);
  const drawing = useMemo(
    () => drawTrail(focused, layout, trailWords(t, language), (node) => standsBack(node, victim, statuses)),
    [focused, layout, t, language, victim, statuses],
  );
  const rows = focused.nodes.filter((node) => !standsBack(node, victim, statuses));
  const kept = new Set(rows.map(({ id }) => id));
  const lines = focused.edges.filter(
    ({ from, to, traced }) =>
      (victim === null || traced !== "0") && (statuses.size === 0 || kept.has(from) || kept.has(to)),
  );
  const nodes = new Map(focused.nodes.map((node) => [node.id, node]));
  const found = view.victims.find(({ id }) => id === victim);
  const toggle = (status: TrailStatus) => {
    const next = new Set(statuses);
    if (!next.delete(status)) next.add(status);
    setStatuses(next);
  };
  return (
    <div className="tr" data-view={shown} data-large={isLarge ? "" : undefined}>
      <div className="tr-bar no-print">
        {view.victims.length > 1 ? (
          <label className="row t13">
            {t("victim.label")}
            <Select
              value={victim ?? ""}
              onChange={(event) => setVictim(event.target.value || null)}
              placeholder={t("victim.all")}
              choices={view.victims.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </label>
        ) : null}
        <div className="tr-filter" role="group" aria-label={t("filter.label")}>
          {trailStatuses.map((status) => {
            const count = view.nodes.filter((node) => node.status === status).length;
            return count === 0 || status === "victim" ? null : (
              <LiveButton
                key={status}
                className="filter"
                aria-pressed={statuses.has(status)}
                onClick={() => toggle(status)}
              >
                <StatusSign status={status} />
                {t("filter.one", { status: t(`status.${status}`), count })}
              </LiveButton>
            );
          })}
          {statuses.size > 0 ? (
            <LiveButton className="btn btn-sm btn-ghost" onClick={() => setStatuses(new Set())}>
              {t("filter.clear")}
            </LiveButton>
          ) : null}
        </div>
        <span className="push row wrap">
          {acts}
          <Segmented
            label={t("view.label")}
            className="tr-toggle"
            value={shown}
            onChange={(event) => setShown(event.target.value === "table" ? "table" : "drawing")}
            segments={[
              { value: "drawing", label: t("view.drawing") },
              { value: "table", label: t("view.table") },
            ]}
          />
        </span>
      </div>
      {found ? (
        <p className="tr-said t13" role="status">
          {t("victim.sums", {
            name: found.name,
            paid: vnd(found.paid),
            held: vnd(found.sums.held),
            cashedOut: vnd(found.sums.cashedOut),
            pending: vnd(found.sums.pending),
            unexplained: vnd(found.sums.unexplained),
          })}
        </p>
      ) : null}
      <div className="tr-body">
        <div className="tr-stage" role="region" aria-label={t("stage")}>
          {shown === "drawing" ? (
            <Stage
              drawing={drawing}
              label={t("drawing")}
              keepsStill={!isLarge || isPrinting}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : null}
        </div>
        <div className="tr-twin">
          {!isLarge || isPrinting || shown === "table" ? (
            <>
              <NodeTable nodes={rows} />
              <EdgeTable edges={lines} nodes={nodes} />
            </>
          ) : null}
        </div>
        <TrailList caseId={view.caseId} nodes={rows} whole={wholeList} onChoose={setChosen} />
        <aside className="tr-panel no-print">
          <NodePanel view={focused} node={chosen ? nodes.get(chosen) : undefined} onChoose={setChosen} />
        </aside>
      </div>
    </div>
  );
}

type StageProps = {
  drawing: ReturnType<typeof drawTrail>;
  label: string;
  /** The drawing in one piece stays for the printer when the other one has come. */
  keepsStill: boolean;
  chosen: string | null;
  onChoose: (id: string | null) => void;
};

/** On paper and until the script has come, the drawing in one piece; then the one that can be moved about beside it. */
function Stage({ drawing, label, keepsStill, chosen, onChoose }: StageProps) {
  const isInBrowser = useInBrowser();
  const flow = useLater(loadFlow);
  const Flow = isInBrowser ? flow.value : null;
  return (
    <>
      {Flow ? <Flow drawing={drawing} chosen={chosen} onChoose={onChoose} /> : null}
      {Flow && !keepsStill ? null : (
        <div className={Flow ? "tr-still only-print" : "tr-still"}>
          <TrailSvg drawing={drawing} label={label} />
        </div>
      )}
    </>
  );
}
