import { dataFile } from "./data-file";
import type { Organisation } from "./organisation-row";
import type { ProvinceRecord, ProvincesFile, SbvRegionRecord } from "./places";

const register = "resolution 202/2025/QH15; reorganisation of ministries and provincial police, 2025";
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The state: ministry, provincial police with PA05 and PC02, procuracies, committees, departments, State Bank regions. */
export function authorities(): Organisation[] {
  const { provinces, sbvRegions } = dataFile<ProvincesFile>("provinces");
  return [
    ministry,
    a05,
    governor,
    operator,
    ...provinces.flatMap(ofProvince),
    ...sbvRegions.map(ofStateBank),
  ];
}

const ministry: Organisation = {
  code: "police:mps",
  kind: "police",
  level: "ministry",
  name: "Bộ Công an",
  nameEn: "Ministry of Public Security",
  shortName: "Bộ Công an",
  symbol: "BCA",
  source: register,
};
const a05: Organisation = {
  code: "police:a05",
  kind: "police",
  level: "ministry",
  name: "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
  nameEn: "Department of Cybersecurity and High-Tech Crime Prevention (A05)",
  shortName: "A05",
  symbol: "A05",
  specialisedCyber: true,
  source: register,
  under: "police:mps",
};
const governor: Organisation = {
  code: "sbv:central",
  kind: "state_bank_branch",
  level: "ministry",
  name: "Ngân hàng Nhà nước Việt Nam",
  nameEn: "State Bank of Vietnam",
  shortName: "Ngân hàng Nhà nước",
  aliases: ["NHNN", "SBV"],
  source: register,
};
const operator: Organisation = {
  code: "operator:lachan",
  kind: "operator",
  name: "Ban quản trị Cổng phối hợp Lá Chắn",
  nameEn: "Lá Chắn portal administration",
  shortName: "Quản trị Lá Chắn",
  source: "portal",
};

function ofProvince(province: ProvinceRecord): Organisation[] {
  const { code, name, nameEn } = province;
  const base = { provinceCode: code, level: "province" as const, source: register };
  const place = lowerFirst(province.fullName);
  return [
    {
      ...base,
      code: `police:${code}`,
      kind: "police",
      name: province.policeName,
      nameEn: province.policeNameEn,
      shortName: `Công an ${name}`,
      symbol: "CAT",
      under: "police:mps",
    },
    {
      ...base,
      code: `police:${code}:pa05`,
      kind: "police",
      name: `Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao, ${province.policeName}`,
      nameEn: `Cybersecurity and High-Tech Crime Division (PA05), ${province.policeNameEn}`,
      shortName: `PA05 ${name}`,
      symbol: "PA05",
      specialisedCyber: true,
      under: `police:${code}`,
    },
    {
      ...base,
      code: `police:${code}:pc02`,
      kind: "police",
      name: `Phòng Cảnh sát hình sự, ${province.policeName}`,
      nameEn: `Criminal Police Division (PC02), ${province.policeNameEn}`,
      shortName: `PC02 ${name}`,
      symbol: "PC02",
      under: `police:${code}`,
    },
    {
      ...base,
      code: `procuracy:${code}`,
      kind: "procuracy",
      name: province.procuracyName,
      nameEn: `${nameEn} People's Procuracy`,
      shortName: `VKSND ${name}`,
      symbol: "VKS",
    },
    {
      ...base,
      code: `committee:${code}`,
      kind: "peoples_committee",
      name: province.committeeName,
      nameEn: `${nameEn} People's Committee`,
      shortName: `UBND ${name}`,
      symbol: "UBND",
    },
    {
      ...base,
      code: `department:${code}:khcn`,
      kind: "department",
      segment: "science-technology",
      name: `Sở Khoa học và Công nghệ ${place}`,
      nameEn: `${nameEn} Department of Science and Technology`,
      shortName: `Sở KH&CN ${name}`,
      symbol: "SKHCN",
      under: `committee:${code}`,
    },
    {
      ...base,
      code: `department:${code}:ct`,
      kind: "department",
      segment: "industry-trade",
      name: `Sở Công Thương ${place}`,
      nameEn: `${nameEn} Department of Industry and Trade`,
      shortName: `Sở Công Thương ${name}`,
      symbol: "SCT",
      under: `committee:${code}`,
    },
  ];
}

function ofStateBank(region: SbvRegionRecord): Organisation {
  return {
    code: `sbv:${region.number}`,
    kind: "state_bank_branch",
    level: "province",
    segment: `region-${region.number}`,
    name: region.name,
    nameEn: region.nameEn,
    shortName: `NHNN Khu vực ${region.number}`,
    // A region has several provinces; this is where its office stands when the register says so without doubt.
    provinceCode: region.verify ? undefined : region.provinceCodes[0],
    source: "State Bank reorganisation into 15 regions, 2025",
    verify: region.verify,
    under: "sbv:central",
  };
}
