import type pg from "pg";
import { insertRows } from "./owner";
import { authorities } from "./reference/authorities";
import { seedCalendar } from "./reference/calendar";
import { institutions } from "./reference/institutions";
import { seedLaw } from "./reference/law";
import { linkRow, organisationRow } from "./reference/organisation-row";
import { seedPlaces } from "./reference/places";

/**
 * Everything the portal knows before anybody signs in: places, law, time limits, calendar and the register of
 * organisations. Running it again changes nothing that an administrator keeps. Returns rows written by table.
 */
export async function seedReference(client: pg.Client): Promise<Record<string, number>> {
  const organisations = [...authorities(), ...institutions()];
  return {
    ...(await seedPlaces(client)),
    ...(await seedLaw(client)),
    ...(await seedCalendar(client)),
    organisation: await insertRows(client, "organisation", organisations.map(organisationRow), {
      on: "code",
      update: false,
    }),
    organisation_link: await insertRows(client, "organisation_link", organisations.flatMap(linkRow), {
      on: "id",
      update: false,
    }),
  };
}
