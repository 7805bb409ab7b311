"use client";

import { useTranslations } from "next-intl";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { TrailEdge, TrailNode } from "@/lib/money/trail/types";
import { paths } from "@/lib/paths";
import { NodeName } from "./node-name";
import { StatusMark } from "./status-mark";

const figures = ["entered", "held", "cashedOut", "movedOn", "pending", "unexplained"] as const;
const dimOf = (amount: string) => (amount === "0" ? "dim" : undefined);

/** The accounts of the drawing as rows, layer by layer, with the same sums. */
export function NodeTable({ nodes }: { nodes: readonly TrailNode[] }) {
  const t = useTranslations("trail");
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t("nodes.caption")}>
      <table className="table ledger tr-table">
        <caption className="vh">{t("nodes.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("nodes.layer")}</th>
            <th scope="col">{t("nodes.account")}</th>
            <th scope="col">{t("nodes.statusRequests")}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="r">
                {t(name === "pending" ? "sums.pendingOrUnasked" : `sums.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id} data-node={node.id}>
              <td className="nw">
                {node.layer === null ? "–" : node.layer === 0 ? "" : t("layer", { layer: node.layer })}
              </td>
              <th scope="row">
                <NodeName node={node} />
              </th>
              <td>
                <StatusMark status={node.status} />
                {node.requests.map(({ id, code }) => (
                  <Link key={id} href={paths.request(id)} className="id tr-req">
                    {code}
                  </Link>
                ))}
              </td>
              {figures.map((name) => (
                <td key={name} className="r">
                  <Money value={node.sums[name]} className={dimOf(node.sums[name])} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Payments and transfers in their order; what is the victims' of each beside its amount. */
export function EdgeTable({
  edges,
  nodes,
}: {
  edges: readonly TrailEdge[];
  nodes: ReadonlyMap<string, TrailNode>;
}) {
  const t = useTranslations("trail.edges");
  const total = edges.reduce((sum, { traced }) => sum + BigInt(traced), 0n);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t("caption")}>
      <table className="table ledger tr-table">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("to")}</th>
            <th scope="col" className="r">
              {t("amount")}
            </th>
            <th scope="col" className="r">
              {t("traced")}
            </th>
            <th scope="col">{t("reference")}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.id}>
              <td>
                {edge.requestIds[0] ? (
                  <Link href={paths.request(edge.requestIds[0])}>
                    <Timestamp at={edge.at} />
                  </Link>
                ) : (
                  <Timestamp at={edge.at} />
                )}
              </td>
              <td>
                <NodeName node={nodes.get(edge.from)!} />
              </td>
              <td>
                <NodeName node={nodes.get(edge.to)!} />
              </td>
              <td className="r">
                <Money value={edge.amount} />
              </td>
              <td className="r">
                <Money value={edge.traced} className={dimOf(edge.traced)} strong />
              </td>
              <td>
                {edge.reference ? <Identifier value={edge.reference} display={edge.reference} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t("all")}
            </th>
            <td className="r">
              <Money value={total} strong />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
