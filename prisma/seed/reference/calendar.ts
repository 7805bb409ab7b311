import type pg from "pg";
import { ordinaryHours } from "@/lib/deadlines/calendar";
import { insertRows, seedId } from "../owner";
import { dataFile } from "./data-file";

type HolidayRecord = {
  date: string;
  nameVi: string;
  nameEn: string;
  kind: string;
  nonWorking: boolean;
  status: string;
  source: string;
};

/** Public holidays, make-up Saturdays and the office hours of whoever has none of his own. */
export async function seedCalendar(client: pg.Client): Promise<Record<string, number>> {
  const { holidays } = dataFile<{ holidays: HolidayRecord[] }>("holidays");
  return {
    holiday: await insertRows(
      client,
      "holiday",
      holidays.map((holiday) => ({
        id: seedId(`holiday:${holiday.date}:${holiday.kind}`),
        date: holiday.date,
        name_vi: holiday.nameVi,
        name_en: holiday.nameEn,
        kind: holiday.kind,
        non_working: holiday.nonWorking,
        status: holiday.status,
        source: holiday.source,
      })),
      { on: "date, kind", update: false },
    ),
    office_calendar: await insertRows(
      client,
      "office_calendar",
      [
        {
          id: seedId("office-calendar:default"),
          organisation_id: null,
          windows: ordinaryHours,
          valid_from: "2025-01-01",
        },
      ],
      { on: "id", update: false },
    ),
  };
}
