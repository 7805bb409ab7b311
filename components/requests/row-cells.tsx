import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";

/** The first target of a request in a list, how many more there are, and in whose name it stands. */
export function TargetCell({
  row,
}: {
  row: { targetLabel: string; targetName: string | null; itemCount: number };
}) {
  return (
    <>
      <Identifier value={row.targetLabel} />{" "}
      {row.itemCount > 1 ? <span className="count">+{row.itemCount - 1}</span> : null}
      <span className="sub">{row.targetName}</span>
    </>
  );
}

/** An amount in a list (VND as digits), or the words for none; nothing where the kind is not about money. */
export function AmountCell({ value, none }: { value: string | null; none: string }) {
  if (value === null) return null;
  return value === "0" ? <span className="dim">{none}</span> : <Money value={value} />;
}
