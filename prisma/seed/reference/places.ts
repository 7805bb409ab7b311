import type pg from "pg";
import { insertRows } from "../owner";
import { dataFile } from "./data-file";

/** Two-tier government and the 34 provinces began on this day (resolution 202/2025/QH15). */
export const reformDay = "2025-07-01";

export type ProvinceRecord = {
  code: string;
  name: string;
  fullName: string;
  nameEn: string;
  fullNameEn: string;
  policeName: string;
  policeNameEn: string;
  committeeName: string;
  procuracyName: string;
  sbvRegion: number;
  oldProvinces: { code: string; name: string; nameEn: string }[];
};
type OldProvinceRecord = {
  oldCode: string;
  oldName: string;
  oldNameEn: string;
  cccdPrefix: string;
  newCode: string;
};
export type SbvRegionRecord = {
  number: number;
  name: string;
  nameEn: string;
  headquarters: string;
  provinceCodes: string[];
  verify: boolean;
};
export type ProvincesFile = {
  provinces: ProvinceRecord[];
  mapping: OldProvinceRecord[];
  sbvRegions: SbvRegionRecord[];
};
type CommuneRecord = {
  code: string;
  provinceCode: string;
  name: string;
  nameEn: string;
  type: string;
  fullName: string;
};

const unitsSource = "Decision 19/2025/QD-TTg; thanglequoc/vietnamese-provinces-database (MIT)";

/** The 34 provinces, the 63 of before and the 3,321 communes. Facts of the state, so a newer file replaces them. */
export async function seedPlaces(client: pg.Client): Promise<Record<string, number>> {
  const { provinces, mapping } = dataFile<ProvincesFile>("provinces");
  const { communes } = dataFile<{ communes: CommuneRecord[] }>("communes");
  return {
    province: await insertRows(
      client,
      "province",
      provinces.map((province) => ({
        code: province.code,
        name: province.name,
        full_name: province.fullName,
        name_en: province.nameEn,
        police_name: province.policeName,
        committee_name: province.committeeName,
        procuracy_name: province.procuracyName,
        sbv_region: province.sbvRegion,
        merged_from: province.oldProvinces,
        source: "resolution 202/2025/QH15; thanglequoc/vietnamese-provinces-database (MIT)",
        valid_from: reformDay,
      })),
      { on: "code", update: true },
    ),
    old_province: await insertRows(
      client,
      "old_province",
      mapping.map((old) => ({
        code: old.oldCode,
        name: old.oldName,
        name_en: old.oldNameEn,
        cccd_prefix: old.cccdPrefix,
        new_code: old.newCode,
        valid_to: reformDay,
      })),
      { on: "code", update: true },
    ),
    commune: await insertRows(
      client,
      "commune",
      communes.map((commune) => ({
        code: commune.code,
        province_code: commune.provinceCode,
        name: commune.name,
        full_name: commune.fullName,
        name_en: commune.nameEn,
        type: commune.type,
        source: unitsSource,
        valid_from: reformDay,
      })),
      { on: "code", update: true },
    ),
  };
}
