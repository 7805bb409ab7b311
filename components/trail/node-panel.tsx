"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { LiveButton } from "@/components/ui/live-button";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { TrailEdge, TrailNode, TrailView } from "@/lib/money/trail/types";
import { paths } from "@/lib/paths";
import { NodeName } from "./node-name";
import { NodeSums } from "./node-sums";
import { StatusMark } from "./status-mark";

/** One node in full: its sums, whose money it is, where it came from and went to, and the requests about it. */
export function NodePanel({
  view,
  node,
  onChoose,
}: {
  view: TrailView;
  node: TrailNode | undefined;
  onChoose: (id: string | null) => void;
}) {
  const t = useTranslations("trail");
  const kinds = useTranslations("kinds");
  const states = useTranslations("requests.status");
  if (!node) return <p className="t13 mut tr-panel-hint">{t("panel.hint")}</p>;
  const names = new Map(view.nodes.map((each) => [each.id, each]));
  const owners = view.victims.filter(({ id }) => id in node.shares);
  const flows = (label: string, edges: readonly TrailEdge[], end: "from" | "to") =>
    edges.length > 0 ? (
      <section>
        <h4 className="t12 fw6 mut">{label}</h4>
        <ul className="tr-flows">
          {edges.map((edge) => (
            <li key={edge.id}>
              <LiveButton onClick={() => onChoose(edge[end])}>
                <NodeName node={names.get(edge[end])!} />
              </LiveButton>
              <span className="r">
                <Money value={edge.amount} />
                <Timestamp at={edge.at} className="sub" />
              </span>
            </li>
          ))}
        </ul>
      </section>
    ) : null;
  return (
    <div className="tr-panel-in" role="group" aria-label={t("panel.label")}>
      <div className="row-t between">
        <h3 className="grow t14">
          <NodeName node={node} copy />
        </h3>
        <IconButton
          label={t("panel.close")}
          size="sm"
          icon={<X className="i" aria-hidden />}
          onClick={() => onChoose(null)}
        />
      </div>
      <StatusMark status={node.status} />
      {node.layer === null ? <p className="t12 mut">{t("unlinkedHint")}</p> : null}
      <NodeSums node={node} />
      {node.surplus === "0" || node.layer === null ? null : <Note tone="amber">{t("surplusHint")}</Note>}
      {node.kind !== "victim" && owners.length > 1 ? (
        <section>
          <h4 className="t12 fw6 mut">{t("panel.shares")}</h4>
          <dl className="tr-sums">
            {owners.map(({ id, name }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd>
                  <Money value={node.shares[id]!.entered} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {flows(
        t("panel.in"),
        view.edges.filter(({ to }) => to === node.id),
        "from",
      )}
      {flows(
        t("panel.out"),
        view.edges.filter(({ from }) => from === node.id),
        "to",
      )}
      {node.kind === "victim" ? null : (
        <section>
          <h4 className="t12 fw6 mut">{t("panel.requests")}</h4>
          {node.requests.length === 0 ? <p className="t13 mut">{t("panel.noRequests")}</p> : null}
          <ul className="tr-reqs">
            {node.requests.map(({ id, code, kindCode, status }) => (
              <li key={id}>
                <Link href={paths.request(id)}>
                  <span className="id">{code}</span> {kinds(kindCode as "ACCOUNT_SUSPEND")}
                </Link>
                <span className="sub">{states(status as "SENT")}</span>
              </li>
            ))}
          </ul>
          {view.mayDraft && node.status === "unasked" ? (
            <div className="tr-acts" data-slot="trail-node-acts">
              {node.isDrafted ? (
                <p className="t13 mut">{t("panel.drafted")}</p>
              ) : (
                <ButtonLink href={paths.newRequest(view.caseId)} size="sm">
                  {t("panel.ask")}
                </ButtonLink>
              )}
            </div>
          ) : null}
        </section>
      )}
    </div>
  );
}
