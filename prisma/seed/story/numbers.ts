import type { Prisma } from "@/lib/generated/prisma/client";
import { kinds } from "@/lib/requests/kinds";
import { envelopeHash } from "@/lib/requests/signing/envelope";
import { type Row } from "../owner";
import { stepAt, type StoryCase, type StoryItem, type StoryRequest } from "./model";

const yearOf = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).getUTCFullYear();
/** The year of the reference screens: their codes are fixed, so that tests and papers find them. */
const screensYear = 2026;
/** What the reference screens call the first document of their story. */
const screensSerial = 1893;
const screensDocument = 1127;

/** Gives cases and requests their codes and documents their gap-free numbers; returns the counters as they then stand. */
export function giveNumbers(cases: StoryCase[]): { code_counter: Row[]; document_counter: Row[] } {
  const requests = cases.flatMap(({ requests: own }) => own);
  const codes = new Map<string, Row>();
  giveCodes(
    "VV",
    cases,
    codes,
    (story) => story.unit.provinceCode,
    ({ reportedAt }) => reportedAt,
    caseSerials(cases),
  );
  giveCodes(
    "YC",
    requests,
    codes,
    ({ story }) => story.unit.provinceCode,
    (request) => stepAt(request, "request.drafted") ?? request.story.reportedAt,
    requestSerials(requests),
  );
  return { code_counter: [...codes.values()], document_counter: giveDocuments(requests) };
}

type Coded = { code: string; serial?: number };

/** In order of time, past the serials that the reference screens have taken. */
function giveCodes<T extends Coded>(
  prefix: string,
  list: T[],
  counters: Map<string, Row>,
  placeOf: (one: T) => string,
  timeOf: (one: T) => Date,
  startOf: (place: string) => number,
): void {
  const taken = new Set(list.flatMap((one) => (one.serial ? [`${placeOf(one)}:${one.serial}`] : [])));
  for (const one of [...list].sort((a, b) => timeOf(a).getTime() - timeOf(b).getTime())) {
    const place = placeOf(one);
    const year = one.serial ? screensYear : yearOf(timeOf(one));
    const key = `${prefix}:${place}:${year}`;
    const last = (counters.get(key)?.last as number | undefined) ?? startOf(place);
    let serial = one.serial ?? last + 1;
    while (!one.serial && taken.has(`${place}:${serial}`)) serial += 1;
    one.code = `${prefix}-${place}-${year}-${String(serial).padStart(6, "0")}`;
    counters.set(key, { prefix, province_code: place, year, last: Math.max(last, serial) });
  }
}

/** Where counting starts in a province so that the screens' own serial falls at its time. */
function requestSerials(requests: StoryRequest[]): (place: string) => number {
  const first = requests.find(({ serial }) => serial === screensSerial);
  const at = first ? stepAt(first, "request.drafted") : null;
  const before = requests.filter(
    (request) =>
      !request.serial &&
      request.story.unit.provinceCode === "25" &&
      at &&
      (stepAt(request, "request.drafted") ?? at) < at,
  ).length;
  if (before >= screensSerial) throw new Error("too many requests before the story of the reference screens");
  return (place) => (place === "25" ? screensSerial - 1 - before : 640);
}

function caseSerials(cases: StoryCase[]): (place: string) => number {
  const before = cases.filter(({ serial, unit }) => !serial && unit.provinceCode === "25").length;
  return (place) => (place === "25" ? 340 - before : 205);
}

/**
 * Signed documents take their numbers in the order of signing: per unit, type and year without a gap, those of restricted cases in a
 * register of their own (lib/organisations/numbering.ts).
 */
function giveDocuments(requests: StoryRequest[]): Row[] {
  const signed = requests
    .filter(({ signer }) => signer !== null)
    .sort((a, b) => sentOf(a).getTime() - sentOf(b).getTime());
  const markOf = (request: StoryRequest) => (request.story.restricted ? "-HC" : "");
  const keyOf = (request: StoryRequest) =>
    `${request.story.unit.id}:${kinds[request.kind].documentType}${markOf(request)}:${yearOf(sentOf(request))}`;
  const screens = signed.find(({ serial }) => serial === screensSerial);
  const before = screens
    ? signed.filter((request) => keyOf(request) === keyOf(screens) && sentOf(request) < sentOf(screens))
        .length
    : 0;
  const counters = new Map<string, Row & { last: number }>();
  for (const request of signed) {
    const key = keyOf(request);
    const type = kinds[request.kind].documentType;
    const start = screens && key === keyOf(screens) ? Math.max(0, screensDocument - 1 - before) : 0;
    const last = (counters.get(key)?.last ?? start) + 1;
    counters.set(key, {
      organisation_id: request.story.unit.id,
      document_type: `${type}${markOf(request)}`,
      year: yearOf(sentOf(request)),
      last,
    });
    request.documentNumber = `${last}/${type}-${request.story.unit.symbol}${markOf(request)}`;
    request.contentHash = hashOf(request);
  }
  return [...counters.values()];
}

const sentOf = (request: StoryRequest) => stepAt(request, "request.signed") ?? request.story.reportedAt;

/** What the signer signed, hashed as the portal hashes it; `items`: as they stood then. */
export function hashOf(request: StoryRequest, items: readonly StoryItem[] = request.items): string {
  return envelopeHash({
    code: request.code,
    kindCode: request.kind,
    urgency: request.urgency,
    requesterOrgId: request.story.unit.id,
    addresseeOrgId: request.addressee.id,
    drafterId: request.drafter.userId,
    grounds: request.grounds,
    legalBases: request.legalBases,
    disclosure: null,
    parentId: request.parent?.id ?? null,
    items: items.map(({ target, disputed, overGround, details }, index) => ({
      position: index + 1,
      kind: target.kind,
      value: target.value,
      institutionId: target.institution?.id ?? null,
      disputedAmount: disputed?.toString() ?? null,
      overGround: overGround ?? null,
      ...(details ? { details: details as Prisma.JsonObject } : {}),
    })),
    files: [],
  });
}
