"use client";

import { useTranslations } from "next-intl";
import { LiveButton } from "@/components/ui/live-button";
import { Money } from "@/components/ui/money";
import type { TrailNode } from "@/lib/money/trail/types";
import { NodeName } from "./node-name";
import { NodeSums } from "./node-sums";
import { StatusMark } from "./status-mark";

/** The trail on a phone: layer under layer, each account with what came and what became of it. */
export function TrailList({
  nodes,
  onChoose,
}: {
  nodes: readonly TrailNode[];
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("trail");
  const layers = [...new Set(nodes.map(({ layer }) => layer))];
  return (
    <div className="tr-list">
      {layers.map((layer) => (
        <section key={layer ?? "none"} aria-label={nameOf(layer)}>
          <h3 className="h3 tr-list-head">{nameOf(layer)}</h3>
          <ul>
            {nodes
              .filter((node) => node.layer === layer)
              .map((node) => (
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
        </section>
      ))}
    </div>
  );
  function nameOf(layer: number | null): string {
    return layer === null ? t("unlinked") : layer === 0 ? t("victims") : t("layer", { layer });
  }
}
