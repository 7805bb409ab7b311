"use client";

import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/admin/dialog-form";
import { typedDay } from "@/components/admin/form-field";
import { useToast } from "@/components/ui/toast";
import { formatDate } from "@/lib/i18n/local-time";
import { addLeaveAction, addPatternAction, addShiftAction, setDutyLimitAction } from "@/lib/duty/actions";
import {
  addLeaveInput,
  addPatternInput,
  addShiftInput,
  leaveReasons,
  setLimitInput,
} from "@/lib/duty/schema";
import type { Colleague, DutyWeek } from "@/lib/duty/types";
import { useShiftFields } from "./shift-fields";

type Props = { colleagues: readonly Colleague[]; day: string };
const hours = { membershipId: "", rank: "1", from: "07:00", to: "19:00", phone: "" };

/** Puts somebody on duty. */
export function AddShiftForm({ colleagues, day }: Props) {
  const t = useTranslations("duty");
  const fields = useShiftFields(colleagues);
  return (
    <DialogForm
      open={t("add.open")}
      look="primary"
      title={t("add.open")}
      done={t("add.done")}
      schema={addShiftInput}
      action={addShiftAction}
      values={{ ...hours, day: typedDay(day) }}
      fields={fields(true)}
      submit={t("add.submit")}
    />
  );
}

/** Repeats a shift by weekday for some weeks; the days that were taken are named when it is done. */
export function RepeatForm({ colleagues, day }: Props) {
  const t = useTranslations("duty");
  const weekday = useTranslations("admin.weekday");
  const fields = useShiftFields(colleagues);
  const toast = useToast();
  return (
    <DialogForm
      open={t("repeat.open")}
      title={t("repeat.open")}
      lead={t("repeat.lead")}
      done={t("repeat.done")}
      onDone={({ made, left }) =>
        left.length > 0 &&
        toast(
          t("repeat.left", {
            made,
            count: left.length,
            days: left.map((one) => formatDate(`${one}T05:00:00Z`)).join(", "),
          }),
        )
      }
      schema={addPatternInput}
      action={addPatternAction}
      values={{ ...hours, weekdays: [], validFrom: typedDay(day), weeks: "4" }}
      fields={[
        ...fields(false),
        {
          as: "checks",
          name: "weekdays",
          label: t("repeat.weekdays"),
          choices: [1, 2, 3, 4, 5, 6, 0].map((one) => ({
            value: String(one),
            label: weekday(`${one}` as "0"),
          })),
          required: true,
        },
        { as: "day", name: "validFrom", label: t("repeat.from"), required: true },
        { as: "number", name: "weeks", label: t("repeat.weeks"), required: true },
      ]}
      submit={t("repeat.submit")}
    />
  );
}

/** Enters that somebody is away. */
export function LeaveForm({ colleagues, day }: Props) {
  const t = useTranslations("duty");
  const toast = useToast();
  return (
    <DialogForm
      open={t("leave.open")}
      title={t("leave.open")}
      lead={t("leave.lead")}
      done={t("leave.done")}
      onDone={({ uncovered }) => uncovered > 0 && toast(t("leave.uncovered", { count: uncovered }))}
      schema={addLeaveInput}
      action={addLeaveAction}
      values={{ membershipId: "", reason: "annual", from: typedDay(day), to: typedDay(day) }}
      fields={[
        {
          as: "select",
          name: "membershipId",
          label: t("form.person"),
          placeholder: t("form.choose"),
          choices: colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
          required: true,
        },
        {
          as: "select",
          name: "reason",
          label: t("leave.reason"),
          choices: leaveReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) })),
          required: true,
        },
        { as: "day", name: "from", label: t("leave.from"), required: true },
        { as: "day", name: "to", label: t("leave.to"), required: true },
      ]}
      submit={t("leave.submit")}
    />
  );
}

/** How long urgent work may lie unopened. */
export function LimitForm({ limit }: { limit: DutyWeek["limit"] }) {
  const t = useTranslations("duty.limit");
  return (
    <DialogForm
      open={t("open")}
      title={t("title")}
      lead={t("lead")}
      done={t("done")}
      schema={setLimitInput}
      action={setDutyLimitAction}
      values={{
        urgentMinutes: String(limit.urgentMinutes),
        emergencyMinutes: String(limit.emergencyMinutes),
      }}
      fields={[
        { as: "number", name: "urgentMinutes", label: t("urgent"), required: true },
        { as: "number", name: "emergencyMinutes", label: t("emergency"), required: true },
      ]}
      submit={t("submit")}
    />
  );
}
