"use client";

import { useMemo } from "react";
import { type Control, useWatch } from "react-hook-form";
import { parseLocalDateTime } from "@/lib/i18n/local-time";
import { type GroundsForms, groundsOf } from "@/lib/statements/grounds";
import { amountOf, type Plan, planRequests, type PlannedRequest } from "@/lib/statements/plan";
import { urgencyOf } from "@/lib/requests/rules";
import type { StatementOptions } from "@/lib/statements/types";
import {
  askedIn,
  type AskedTyped,
  isTaken,
  lossOf,
  requestOf,
  type StatementValues,
  takenPayments,
  takenTargets,
  type TargetRow,
} from "./statement-values";

export type Proposal = PlannedRequest & {
  taken: boolean;
  urgency: string;
  grounds: string;
  legalBases: string[];
  asked: AskedTyped;
};
export type DeskPlan = {
  proposals: Proposal[];
  withoutReceiver: Plan["withoutReceiver"];
  targets: TargetRow[];
  doubts: number;
  loss: bigint;
  /** The officer goes on although the same text lies in a case. */
  again: boolean;
  /** The requests that go, as the command takes them, each with its plan's id. */
  taken: () => { id: string; request: ReturnType<typeof requestOf> }[];
};

/** The requests that follow from what stands on the desk now, with grounds in the words of a letter. */
export function usePlan(
  control: Control<StatementValues>,
  options: StatementOptions,
  groundsForms: GroundsForms,
  now: string,
): DeskPlan {
  const values = useWatch({ control }) as StatementValues;
  return useMemo(() => {
    const fraudType = options.fraudTypes.find(({ code }) => code === values.fraudTypeCode);
    const taken = takenTargets(values);
    const { requests, withoutReceiver } = planRequests(taken, {
      kinds: options.kinds,
      receivers: options.receivers,
      suggested: fraudType?.suggested ?? [],
    });
    const payments = takenPayments(values);
    const lastPaid = payments
      .map(({ at }) => parseLocalDateTime(at)?.toISOString() ?? "")
      .sort()
      .at(-1);
    const loss = lossOf(values);
    const paidTo = new Map(taken.map(({ row, paid }) => [row, paid]));
    const reportedAt = parseLocalDateTime(values.reportedAt)?.toISOString() ?? now;
    const proposals = requests.map((planned): Proposal => {
      const own = values.requests.find(({ id }) => id === planned.id);
      return {
        ...planned,
        taken: isTaken(planned, values.requests),
        urgency: own?.urgency || urgencyOf(amountOf(planned) !== null, lastPaid || null, new Date(now)),
        grounds:
          own?.grounds ||
          groundsOf(
            groundsForms,
            reportedAt,
            planned.targets.map(({ row }) => paidTo.get(row) ?? 0n),
          ),
        asked: askedIn(values, planned),
        legalBases:
          options.kinds.find(({ code }) => code === planned.kindCode)?.bases.map(({ id }) => id) ?? [],
      };
    });
    const doubts =
      values.targets.filter(({ standing }) => standing === "doubt").length +
      values.payments.filter(({ standing }) => standing === "doubt").length;
    return {
      proposals,
      withoutReceiver,
      targets: values.targets,
      doubts,
      loss,
      again: values.again,
      taken: () =>
        proposals
          .filter(({ taken }) => taken)
          .map((proposal) => ({
            id: proposal.id,
            request: requestOf(
              values,
              proposal,
              {
                grounds: proposal.grounds,
                urgency: proposal.urgency,
                legalBases: proposal.legalBases,
              },
              proposal.asked,
            ),
          })),
    };
  }, [values, options, groundsForms, now]);
}
