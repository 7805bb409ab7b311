"use client";

import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { addHolidayAction, changeHolidayAction, setOfficeHoursAction } from "@/lib/reference/actions";
import { changeHolidayInput, holidayKinds, newHolidayInput, officeHoursInput } from "@/lib/reference/schema";
import type { HolidayRow } from "@/lib/reference/types";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { DialogForm } from "./dialog-form";
import { type FormField, typedDay } from "./form-field";

function useHolidayFields(): FormField[] {
  const t = useTranslations("admin.calendar");
  const choices = useChoices();
  return [
    { as: "day", name: "date", label: t("date"), required: true },
    {
      as: "select",
      name: "kind",
      label: t("kind"),
      choices: choices("holiday", holidayKinds),
      required: true,
    },
    { as: "text", name: "nameVi", label: t("nameVi"), required: true },
    { as: "text", name: "nameEn", label: t("nameEn"), required: true },
    { as: "text", name: "source", label: t("source"), hint: t("sourceHint"), required: true, wide: true },
  ];
}

/** Adds a day to the public calendar. */
export function AddHolidayForm() {
  const t = useTranslations("admin.calendar");
  const fields = useHolidayFields();
  return (
    <DialogForm
      open={t("add")}
      look="primary"
      title={t("add")}
      done={t("added")}
      schema={newHolidayInput}
      action={addHolidayAction}
      values={{ date: "", kind: "statutory", nameVi: "", nameEn: "", source: "" }}
      fields={fields}
      submit={t("add")}
    />
  );
}

/** Changes a day of the public calendar. */
export function ChangeHolidayForm({ holiday }: { holiday: HolidayRow }) {
  const t = useTranslations("admin.calendar");
  const fields = useHolidayFields();
  const toast = useToast();
  const { id, version, date, kind, nameVi, nameEn, source } = holiday;
  return (
    <CommandForm
      schema={changeHolidayInput}
      action={changeHolidayAction}
      fixed={{ holidayId: id, version }}
      values={{ date: typedDay(date), kind, nameVi, nameEn, source }}
      fields={fields}
      submit={t("save")}
      onDone={() => toast(t("saved"))}
    />
  );
}

/** Office hours of one organisation or of all, from a day on. */
export function OfficeHoursForm({ today }: { today: string }) {
  const t = useTranslations("admin.hours");
  const choices = useChoices();
  return (
    <DialogForm
      open={t("set")}
      title={t("set")}
      lead={t("lead")}
      done={t("done")}
      schema={officeHoursInput}
      action={setOfficeHoursAction}
      values={{
        organisationId: "",
        weekdays: ["1", "2", "3", "4", "5"],
        morningFrom: "08:00",
        morningTo: "12:00",
        afternoonFrom: "13:00",
        afternoonTo: "17:00",
        validFrom: typedDay(today),
      }}
      fields={[
        {
          as: "organisation",
          name: "organisationId",
          label: t("organisation"),
          hint: t("organisationHint"),
          wide: true,
        },
        {
          as: "checks",
          name: "weekdays",
          label: t("weekdays"),
          choices: choices("weekday", [1, 2, 3, 4, 5, 6, 0]),
          required: true,
        },
        { as: "clock", name: "morningFrom", label: t("morningFrom"), required: true },
        { as: "clock", name: "morningTo", label: t("morningTo"), required: true },
        { as: "clock", name: "afternoonFrom", label: t("afternoonFrom") },
        { as: "clock", name: "afternoonTo", label: t("afternoonTo") },
        { as: "day", name: "validFrom", label: t("validFrom"), required: true, wide: true },
      ]}
      submit={t("set")}
    />
  );
}
