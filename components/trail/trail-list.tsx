"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { LiveButton } from "@/components/ui/live-button";
import { Money } from "@/components/ui/money";
import { largeTrail } from "@/lib/money/trail/measures";
import type { TrailNode } from "@/lib/money/trail/types";
import { paths } from "@/lib/paths";
import { NodeName } from "./node-name";
import { NodeSums } from "./node-sums";
import { StatusMark } from "./status-mark";

/** So many accounts of each layer of a large trail: the others come when they are asked for. */
const firstOfLayer = 12;

/**
 * The trail on a phone: layer under layer, each account with what came and what became of it. A large trail shows the first of each layer;
 * the others are a press away, without script too.
 */
export function TrailList({
  caseId,
  nodes,
  whole,
  onChoose,
}: {
  caseId: string;
  whole: boolean;
  nodes: readonly TrailNode[];
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("trail");
  const most = whole || nodes.length <= largeTrail ? Infinity : firstOfLayer;
  const layers = [...new Set(nodes.map(({ layer }) => layer))];
  return (
    <div className="tr-list">
      {layers.map((layer) => {
        const own = nodes.filter((node) => node.layer === layer);
        return (
          <section key={layer ?? "none"} aria-label={nameOf(layer)}>
            <h3 className="h3 tr-list-head">{nameOf(layer)}</h3>
            <ul>
              {own.slice(0, most).map((node) => (
                <li key={node.id} className={`tr-item tr-${node.status}`}>
                  <div className="row between">
                    <StatusMark status={node.status} />
                    <Money value={node.kind === "victim" ? node.sums.movedOn : node.sums.entered} strong />
                  </div>
                  <LiveButton className="tr-item-name" onClick={() => onChoose(node.id)}>
                    <NodeName node={node} />
                  </LiveButton>
                  {node.kind === "victim" ? null : <NodeSums node={node} brief />}
                </li>
              ))}
            </ul>
            {own.length > most ? (
              <p className="tr-item">
                <Link href={`${paths.trail(caseId)}?list=all`} scroll={false}>
                  {t("listAll", { count: own.length, shown: most })}
                </Link>
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
  function nameOf(layer: number | null): string {
    return layer === null ? t("unlinked") : layer === 0 ? t("victims") : t("layer", { layer });
  }
}
