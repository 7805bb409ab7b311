import type pg from "pg";
import { readableSource } from "@/lib/reference/citation";
import { insertRows, seedId } from "../owner";
import { dataFile } from "./data-file";
import { ownKinds } from "./own-kinds";
import { deadlinePolicies, defaultSource } from "./policies";
import { reformDay } from "./places";

export type LegalLimit = {
  unit: string;
  value: number | null;
  verify: boolean;
  note?: string;
  maxHold?: { unit: string; value: number };
  emergency?: { unit: string; value: number };
};
export type KindRecord = {
  code: string;
  nameVi: string;
  nameEn: string;
  addressees: string[];
  stage: string;
  documentVi: string;
  signerRoles: string[];
  procuracy: string;
  legalBases: string[];
  defaultDeadline: LegalLimit;
  emergencyDeadline?: { unit: string; value: number };
  note?: string;
};
export type CaseLimitRecord = {
  code: string;
  nameVi: string;
  unit: string;
  value: number;
  startsAt: string;
  basis: string;
  verify: boolean;
  note?: string;
};
type DocumentRecord = {
  id: string;
  number: string | null;
  titleVi: string;
  titleEn: string;
  type: string;
  issuer: string | null;
  status: string;
  articles?: unknown[];
  source?: string;
  verify?: boolean;
  effectiveFrom?: string;
  replacedBy?: string;
};
export type LawFile = {
  documents: DocumentRecord[];
  requestKinds: KindRecord[];
  caseDeadlines: CaseLimitRecord[];
};
type FraudTypeRecord = {
  number: number;
  code: string;
  nameVi: string;
  nameEn: string;
  group: string;
  official24: boolean;
  channels: string[];
  suggestedRequests: string[];
  typicalSignVi: string;
  source: string;
};

/** Documents, request kinds and time limits. An administrator keeps them afterwards, so rows that exist are left alone. */
export async function seedLaw(client: pg.Client): Promise<Record<string, number>> {
  const law = dataFile<LawFile>("legal-bases");
  const { fraudTypes } = dataFile<{ fraudTypes: FraudTypeRecord[] }>("fraud-types");
  const beginning = new Map(law.documents.map((document) => [document.id, document.effectiveFrom]));
  const kept = { on: "id", update: false };
  const numbers = Object.fromEntries(law.documents.map(({ id, number, titleVi }) => [id, number ?? titleVi]));
  const sourceOf = (bases: readonly string[]) => readableSource(bases.join(";"), numbers) || defaultSource;
  return {
    legal_document: await insertRows(
      client,
      "legal_document",
      law.documents.map((document) => ({
        id: document.id,
        number: document.number ?? null,
        title_vi: document.titleVi,
        title_en: document.titleEn,
        type: document.type,
        issuer: document.issuer ?? null,
        status: document.status,
        articles: document.articles ?? [],
        source: document.source ?? null,
        verify: document.verify ?? true,
        valid_from: document.effectiveFrom ?? null,
        valid_to: (document.replacedBy && beginning.get(document.replacedBy)) ?? null,
      })),
      kept,
    ),
    request_kind: await insertRows(
      client,
      "request_kind",
      [...law.requestKinds, ...ownKinds].map((kind) => ({
        id: seedId(`request-kind:${kind.code}`),
        code: kind.code,
        name_vi: kind.nameVi,
        name_en: kind.nameEn,
        addressees: kind.addressees,
        stage: kind.stage,
        document_vi: kind.documentVi,
        signer_titles: kind.signerRoles,
        procuracy: kind.procuracy,
        legal_bases: kind.legalBases,
        max_hold: kind.defaultDeadline.maxHold ?? null,
        note: kind.note ?? null,
        verify: kind.defaultDeadline.verify,
        source: sourceOf(kind.legalBases),
        valid_from: reformDay,
      })),
      kept,
    ),
    deadline_policy: await insertRows(client, "deadline_policy", deadlinePolicies(law, sourceOf), kept),
    fraud_type: await insertRows(
      client,
      "fraud_type",
      fraudTypes.map((type) => ({
        code: type.code,
        number: type.number,
        name_vi: type.nameVi,
        name_en: type.nameEn,
        group_code: type.group,
        official: type.official24,
        channels: type.channels,
        suggested_requests: type.suggestedRequests,
        sign_vi: type.typicalSignVi,
        source: type.source,
        verify: !type.official24,
        valid_from: reformDay,
      })),
      { on: "code", update: true },
    ),
  };
}
