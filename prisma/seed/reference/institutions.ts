import type { Organisation } from "./organisation-row";
import { dataFile } from "./data-file";

type BankRecord = {
  id: string;
  shortName: string;
  nameVi: string;
  nameEn: string;
  category: string;
  napasBin: string | null;
  aliases: string[];
  formerNames: string[];
  source: string;
  verify?: string[];
};
type OperatorRecord = {
  id: string;
  name: string;
  companyVi: string;
  companyEn: string;
  kind: string;
  source: string;
  verify?: string[];
};
type RegistrarRecord = { id: string; name: string; company: string; kind: string; source: string };
type PlatformRecord = {
  id: string;
  name: string;
  operator: string;
  category: string;
  localEntity: string | null;
  source: string;
};

const unsure = (record: { source: string; verify?: string[] }) =>
  record.source.includes("verify") || (record.verify?.length ?? 0) > 0;

const platformSegments: Record<string, string> = {
  "e-commerce": "e-commerce",
  classifieds: "e-commerce",
  "crypto-exchange": "crypto-exchange",
  "stablecoin-issuer": "crypto-exchange",
  "cdn-hosting": "hosting",
  "web-host": "hosting",
};

/** Those who are asked. `segment` is the addressee word of the legal register: a kind of request names the segments it may go to. */
export function institutions(): Organisation[] {
  const { banks, paymentIntermediaries } = dataFile<{
    banks: BankRecord[];
    paymentIntermediaries: BankRecord[];
  }>("banks");
  const { operators, domainRegistrars } = dataFile<{
    operators: OperatorRecord[];
    domainRegistrars: RegistrarRecord[];
  }>("telecoms");
  const { platforms } = dataFile<{ platforms: PlatformRecord[] }>("platforms");
  return [
    ...banks.map((bank) => money(bank, "bank", "bank")),
    treasury,
    ...paymentIntermediaries.map((company) =>
      money(company, "payment_intermediary", company.id === "napas" ? "napas" : "payment-intermediary"),
    ),
    ...operators.map((operator): Organisation => {
      const isp = operator.kind === "isp";
      return {
        code: `telecom:${operator.id}`,
        kind: isp ? "isp_registrar" : "telecom",
        segment: isp ? "isp" : "telecom",
        name: operator.companyVi,
        nameEn: operator.companyEn,
        shortName: operator.name,
        source: operator.source,
        verify: unsure(operator),
      };
    }),
    ...domainRegistrars.map((registrar): Organisation => ({
      code: `registrar:${registrar.id}`,
      kind: "isp_registrar",
      segment: registrar.kind === "registry" ? "vnnic" : "registrar",
      name: registrar.company,
      nameEn: registrar.company,
      shortName: registrar.name,
      source: registrar.source,
      verify: unsure(registrar),
    })),
    ...platforms.map((platform): Organisation => ({
      code: `platform:${platform.id}`,
      kind: "platform",
      segment: platformSegments[platform.category] ?? "platform",
      name: withOperator(platform.name, platform.localEntity ?? platform.operator),
      nameEn: withOperator(platform.name, platform.operator),
      shortName: platform.name,
      source: platform.source,
      verify: true,
    })),
  ];
}

/** `Zalo (VNG)`; a platform that its operator is named after is named once. */
const withOperator = (name: string, operator: string) => (name === operator ? name : `${name} (${operator})`);

function money(record: BankRecord, kind: "bank" | "payment_intermediary", segment: string): Organisation {
  return {
    code: `${kind === "bank" ? "bank" : "payment"}:${record.id}`,
    kind,
    segment,
    name: record.nameVi,
    nameEn: record.nameEn,
    shortName: record.shortName,
    aliases: [...record.aliases, ...record.formerNames],
    bankBin: record.napasBin,
    source: record.source,
    verify: unsure(record),
  };
}

const treasury: Organisation = {
  code: "bank:treasury",
  kind: "bank",
  segment: "treasury",
  name: "Kho bạc Nhà nước",
  nameEn: "State Treasury of Vietnam",
  shortName: "Kho bạc Nhà nước",
  aliases: ["KBNN"],
  source: "public register of state agencies",
};
