import { type Rung, rungs } from "./rungs";

type Placed = {
  urgency: string | null;
  rung: string;
  share: number | null;
  minutesAfter: number | null;
  enabled: boolean;
};

/** Why a step cannot stand: codes of `admin.errors.<code>`. */
export type LadderFlaw = "ladderShare" | "ladderOrder";

/** Before the end by share, at it, after it by minutes: what a row says as one number that grows along the ladder. */
const place = ({ share, minutesAfter }: Placed) => (share !== null ? share - 100 : (minutesAfter ?? 0));

/**
 * A ladder is climbed in its order: a reminder comes before the end and before the later one, a rung not before the one below it. Rows
 * of one urgency are held against its own and those of all. Null when the row may stand among `others`, those in force of its subject.
 */
export function flawOf(row: Placed, others: readonly Placed[]): LadderFlaw | null {
  const order = (of: Placed) => rungs.indexOf(of.rung as Rung);
  if (row.share !== null && (row.rung === "breach" ? row.share !== 100 : row.share >= 100))
    return "ladderShare";
  if (!row.enabled) return null;
  // A row of all urgencies is what those climb by that have no row of their own.
  const beside = others.filter(
    (other) =>
      other.enabled &&
      other.rung !== row.rung &&
      (other.urgency === row.urgency ||
        (other.urgency === null &&
          !others.some((own) => own.rung === other.rung && own.urgency === row.urgency))),
  );
  const isOut = beside.some((other) =>
    order(other) < order(row) ? place(other) >= place(row) : place(other) <= place(row),
  );
  return isOut ? "ladderOrder" : null;
}
