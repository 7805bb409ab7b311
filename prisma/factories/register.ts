import { randomUUID } from "node:crypto";
import { newOrganisationInput } from "@/lib/organisations/schema";
import { invitePersonInput } from "@/lib/people/schema";

/** A police division as an administrator enters it into the register. */
export const newDivision = (over: object = {}) =>
  newOrganisationInput.parse({
    key: randomUUID(),
    code: `test-${randomUUID().slice(0, 12)}`,
    kind: "police",
    provinceCode: "25",
    name: "Phòng An ninh mạng",
    nameEn: "Cyber division",
    shortName: "PA05 thử",
    source: "Quyết định thử",
    validFrom: "01/07/2025",
    ...over,
  });

/** An investigator who is invited into this organisation. */
export const newcomer = (organisationId: string, over: object = {}) =>
  invitePersonInput.parse({
    key: randomUUID(),
    email: `${randomUUID()}@test.invalid`,
    fullName: "Trần Thị Mới",
    organisationId,
    roles: ["investigator"],
    ...over,
  });
