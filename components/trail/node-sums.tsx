import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { outsidePlaces } from "@/lib/money/trail/elsewhere";
import type { TrailNode } from "@/lib/money/trail/types";

/** What came to a node and what became of it; only what there is. `brief` leaves out what the list says already. */
export function NodeSums({ node, brief = false }: { node: TrailNode; brief?: boolean }) {
  const t = useTranslations("trail.sums");
  const { sums, isAsked } = node;
  const lines: [Parameters<typeof t>[0], string, string | null][] = [
    ...(brief ? [] : ([["entered", sums.entered, null]] satisfies [Parameters<typeof t>[0], string, null][])),
    ["held", sums.held, "k-held"],
    ["returned", sums.returned, null],
    ["cashedOut", sums.cashedOut, "k-cash"],
    ["movedOn", sums.movedOn, "k-flow"],
    ["sentBack", sums.sentBack, "k-flow"],
    isAsked
      ? ["pending", sums.pending, "k-wait"]
      : outsidePlaces.some((place) => place === node.status)
        ? ["outside", sums.pending, "k-outside"]
        : ["unasked", sums.pending, "k-unasked"],
    ["unexplained", sums.unexplained, "k-unk"],
    ["ownIn", node.ownIn, null],
    ["surplus", node.surplus, null],
    ["heldBeyond", node.heldBeyond, null],
    ["balance", node.balance ?? "0", null],
  ];
  const shown = lines.filter(([name, amount]) => name === "entered" || amount !== "0");
  if (shown.length === 0) return null;
  return (
    <dl className="tr-sums">
      {shown.map(([name, amount, key]) => (
        <div key={name}>
          <dt>
            {key ? <span className={`key ${key}`} /> : null}
            {t(name)}
          </dt>
          <dd>
            <Money value={amount} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
