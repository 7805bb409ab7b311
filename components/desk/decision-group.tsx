"use client";

import { HandCoins } from "@/components/icons/hand-coins";
import { useTranslations } from "next-intl";
import { useVnd } from "@/components/ui/money";
import { paths } from "@/lib/paths";
import type { Pile } from "@/lib/requests/police/waiting";
import type { WaitingDecision } from "@/lib/restitution/waiting";
import { Group, Line, Waited } from "./waiting-group";

/** Decisions to give money back that wait for a commander: of which case, how much, since when, and why one cannot be approved yet. */
export function DecisionGroup({
  title,
  pile,
  act,
}: {
  title: string;
  pile: Pile<WaitingDecision>;
  act: string;
}) {
  const t = useTranslations("desk");
  const { vnd } = useVnd();
  return (
    <Group title={title} icon={<HandCoins className="i i-14" aria-hidden />} pile={pile} more={paths.cases}>
      {pile.rows.map((row) => (
        <Line
          key={row.id}
          row={row}
          act={act}
          href={paths.restitution(row.caseId)}
          chip={<Waited since={row.waitingSince} />}
        >
          {t("toApproveOf", { amount: vnd(row.total) })}
          {row.blocked ? <span className="sub">{t(`blocked.${row.blocked}`)}</span> : null}
        </Line>
      ))}
    </Group>
  );
}
