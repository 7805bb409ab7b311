"use client";

import { timeLeft, type DeadlineState } from "@/lib/deadlines/clock";
import { Check } from "@/components/icons/check";
import { Clock } from "@/components/icons/clock";
import { OctagonAlert } from "@/components/icons/octagon-alert";
import { Pause } from "@/components/icons/pause";
import { SquareSlash } from "@/components/icons/square-slash";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { DefinitionList } from "./definition-list";
import { Dial } from "./dial";
import { durationOf } from "./duration-words";
import { HoverCard } from "./hover-card";
import { LimitEnd } from "./limit-end";
import { useServerNow } from "./server-clock";
import { Timestamp } from "./timestamp";

/** Sentences in the reader's language: what made the deadline, its basis in law, when reminders go out. */
export type DeadlineRule = { text: string; basis?: string; reminders?: string };

export type TimeLeftProps = {
  /** ISO instants, UTC. */
  dueAt: string;
  state: DeadlineState;
  pausedAt?: string | null;
  finishedAt?: string | null;
  /** Minutes from start to due: says when "soon" begins. */
  spanMinutes: number;
  rule?: DeadlineRule;
  size?: "md" | "lg";
  /** In the narrow column of a list, where the head says what it is about. */
  brief?: boolean;
};

type Look = { look: string; icon: ReactNode; word: string };
const icon = (Icon: typeof Clock) => <Icon className="i" aria-hidden />;

function useLook({ dueAt, state, pausedAt, finishedAt, spanMinutes, brief = false }: TimeLeftProps): Look {
  const t = useTranslations("ui.timeLeft");
  const d = useTranslations("format.duration");
  const due = new Date(dueAt);
  const clock = {
    state,
    dueAt: due,
    startAt: new Date(due.getTime() - spanMinutes * 60_000),
    pausedAt: pausedAt ? new Date(pausedAt) : null,
    finishedAt: finishedAt ? new Date(finishedAt) : null,
  };
  const left = timeLeft(clock, useServerNow());
  const words = (minutes: number) => {
    const { unit, ...values } = durationOf(minutes);
    return d(unit, values);
  };
  if (left.state === "late")
    return {
      look: "late",
      icon: icon(OctagonAlert),
      word: t("late", { time: words(left.minutes) }),
    };
  if (left.state === "soon")
    return { look: "soon", icon: <Dial quarters={3} />, word: t("left", { time: words(left.minutes) }) };
  if (left.state === "paused")
    return {
      look: "paused",
      icon: icon(Pause),
      word: left.minutes < 0 && !brief ? t("pausedLate", { time: words(-left.minutes) }) : t("paused"),
    };
  if (left.state === "running") {
    const begun = left.minutes < spanMinutes * 0.75;
    return {
      look: "run",
      icon: begun ? <Dial quarters={1} /> : icon(Clock),
      word: t("left", { time: words(left.minutes) }),
    };
  }
  if (state === "cancelled") return { look: "cancelled", icon: icon(SquareSlash), word: t("cancelled") };
  if (state === "missed") {
    return {
      look: "missed",
      icon: icon(OctagonAlert),
      word: finishedAt ? t("missedBy", { time: words(left.minutes) }) : t("missed"),
    };
  }
  const taken = finishedAt ? spanMinutes - left.minutes : 0;
  return {
    look: "done",
    icon: icon(Check),
    word: finishedAt && taken > 0 ? t(brief ? "metInBrief" : "metIn", { time: words(taken) }) : t("met"),
  };
}

/**
 * How long is left, in words and by shape: square and solid when late, filled dial when soon, open dial, dashed when
 * paused, tick when done. Read again every 30 s from the server's time. Hover, focus or touch explains the moment.
 */
export function TimeLeft(props: TimeLeftProps) {
  const { look, icon: shape, word } = useLook(props);
  return (
    <HoverCard
      className={classNames("chip", `chip-${look}`, props.size === "lg" && "chip-lg")}
      content={<Explained {...props} />}
    >
      {shape}
      {word}
    </HoverCard>
  );
}

/** What the card says, put together when it opens: a list of fifty has fifty closed ones. */
function Explained({ dueAt, state, pausedAt, rule }: TimeLeftProps) {
  const t = useTranslations("ui.timeLeft");
  return (
    <DefinitionList
      pairs={[
        {
          name: t("due"),
          value: state === "cancelled" ? null : <LimitEnd at={dueAt} className="fw6" />,
        },
        {
          name: t("pausedSince"),
          value: pausedAt ? <Timestamp at={pausedAt} /> : null,
        },
        { name: t("rule"), value: rule?.text },
        { name: t("basis"), value: rule?.basis },
        { name: t("reminders"), value: rule?.reminders },
      ]}
    />
  );
}
