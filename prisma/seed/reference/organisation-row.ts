import { type Row, seedId } from "../owner";
import { reformDay } from "./places";

/** An organisation of the register, before it becomes a row. `code` is its name for seeds, imports and tests. */
export type Organisation = {
  code: string;
  kind:
    | "police"
    | "bank"
    | "payment_intermediary"
    | "telecom"
    | "isp_registrar"
    | "platform"
    | "state_bank_branch"
    | "department"
    | "peoples_committee"
    | "procuracy"
    | "operator";
  level?: "ministry" | "province" | "commune";
  segment?: string;
  name: string;
  nameEn: string;
  shortName: string;
  aliases?: string[];
  bankBin?: string | null;
  /** The abbreviation in document numbers, e.g. PA05 in 12/CV-PA05. */
  symbol?: string;
  provinceCode?: string;
  communeCode?: string;
  specialisedCyber?: boolean;
  dutyPhone?: string;
  source: string;
  verify?: boolean;
  /** Code of the organisation it stands under since the reform of 1 July 2025. */
  under?: string;
};

/** The id that a seeded organisation has in every database. */
export const organisationId = (code: string) => seedId(`organisation:${code}`);

export function organisationRow(organisation: Organisation): Row {
  return {
    id: organisationId(organisation.code),
    code: organisation.code,
    kind: organisation.kind,
    level: organisation.level ?? null,
    segment: organisation.segment ?? null,
    name: organisation.name,
    name_en: organisation.nameEn,
    short_name: organisation.shortName,
    aliases: organisation.aliases ?? [],
    bank_bin: organisation.bankBin ?? null,
    symbol: organisation.symbol ?? null,
    province_code: organisation.provinceCode ?? null,
    commune_code: organisation.communeCode ?? null,
    specialised_cyber: organisation.specialisedCyber ?? false,
    duty_phone: organisation.dutyPhone ?? null,
    source: organisation.source,
    verify: organisation.verify ?? false,
    valid_from: reformDay,
  };
}

export function linkRow(organisation: Organisation): Row[] {
  if (organisation.under === undefined) return [];
  return [
    {
      id: seedId(`organisation-link:${organisation.under}>${organisation.code}`),
      parent_id: organisationId(organisation.under),
      child_id: organisationId(organisation.code),
      valid_from: reformDay,
    },
  ];
}
