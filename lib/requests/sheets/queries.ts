import { type Actor, answersRequests } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { inspectAside } from "@/lib/files/inspect-aside";
import { fileKinds } from "@/lib/files/kinds";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import type { RequestModel } from "@/lib/generated/prisma/models";
import type { Language } from "@/lib/i18n/languages";
import { aboutRequest } from "@/lib/requests/find";
import { lifecycle } from "@/lib/requests/lifecycle";
import { institutionsIn } from "@/lib/requests/told";
import { besideRequests } from "./beside";
import { answerBook, type Keeper } from "./book";
import { largestSheet } from "./form";
import { textOf } from "@/lib/sheets/cell";
import { asked, organisationNames } from "./organisations";
import { pagesOf, type SheetPage } from "./pages";
import { type KnownItem, previewOf } from "./preview";
import type { GoneReason, SheetReading } from "./types";

/** Targets of one file: a request of five hundred fits, and nobody fills in more at a sitting. */
const mostItems = 500;
/** An open request that waits for its unit's word takes no answer. */
const answerable = (Object.keys(lifecycle) as RequestStatus[]).filter((status) => lifecycle[status].answer);

/**
 * The unanswered targets that the actor may answer, the most urgent first, as a workbook to fill in; of one request when it is
 * named. Recorded as an export. @throws Problem not-found, for a request that is not his to answer as well.
 */
export function takeAnswerBook(actor: Actor, language: Language, requestId?: string): Promise<Download> {
  return asActor(actor, async (tx) => {
    if (!answersRequests(actor)) throw new Problem("not-found");
    const items = await tx.requestItem.findMany({
      where: {
        answeredAt: null,
        request: {
          AND: [
            visibleRequests(actor, "request.answer"),
            { status: { in: answerable }, suspectedAt: null },
            // A manager may answer what a colleague has; by the whole desk's workbook nobody takes it from him unawares.
            requestId
              ? { id: requestId }
              : { OR: [{ assigneeId: null }, { assigneeId: actor.membershipId }] },
          ],
        },
      },
      include: { request: true },
      orderBy: [{ request: { queueAt: "asc" } }, { requestId: "asc" }, { position: "asc" }],
      take: mostItems,
    });
    if (requestId && items.length === 0) throw new Problem("not-found");
    const about = requestId ? aboutRequest(items[0]!.request) : {};
    const { bytes, mark } = await exported(
      tx,
      actor,
      { kind: "answers_xlsx", rows: items.length, ...(requestId ? { requestId } : {}) },
      about,
      async (made) => ({
        bytes: await answerBook(
          items.map(({ id, version, position, display, holderName, disputedAmount, request }) => ({
            itemId: id,
            version,
            code: request.code,
            kindCode: request.kindCode,
            position,
            target: display,
            holder: holderName,
            disputed: disputedAmount?.toString() ?? null,
          })),
          await keepersOf(tx),
          language,
          made,
        ),
      }),
    );
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

/** What a filled file would do, row by row; nothing is sent by looking at it. `language` names columns that the file has lost. */
export async function readAnswerBook(
  actor: Actor,
  language: Language,
  name: string,
  bytes: Buffer,
): Promise<SheetReading> {
  if (!answersRequests(actor)) throw new Problem("not-allowed");
  if (!name.toLowerCase().endsWith(".xlsx")) return { ok: false, code: "extension" };
  if (bytes.length > largestSheet) return { ok: false, code: "tooLarge" };
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return inspected;
  const pages = await pagesOf(bytes);
  if (typeof pages === "string") return { ok: false, code: pages };
  if (!pages.some(({ about }) => about.startsWith("kind:"))) return { ok: false, code: "notOurs" };
  return asActor(actor, async (tx) => {
    const names = await organisationNames(tx);
    const known = await knownItems(tx, actor, pages);
    const preview = previewOf(pages, known, names.find, await databaseNow(tx), language);
    const named = preview.rows.flatMap(({ answer }) => [
      ...Object.values(answer ?? {}).filter(isText),
      ...institutionsIn((answer ?? {}) as Prisma.JsonObject),
    ]);
    const answered = preview.rows.flatMap(({ state, requestId }) =>
      state === "ready" && requestId ? requestId : [],
    );
    const beside = await besideRequests(tx, actor, [...new Set(answered)]);
    const institutions = Object.fromEntries(
      named.flatMap((id) => (names.shortName(id) ? [[id, names.shortName(id)]] : [])),
    );
    return { ok: true, preview: { ...preview, institutions, beside } };
  });
}

const isText = (value: unknown): value is string => typeof value === "string";

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function knownItems(
  tx: Tx,
  actor: Actor,
  pages: readonly SheetPage[],
): Promise<Map<string, KnownItem>> {
  const ids = pages.flatMap(({ rows }) => rows.map(({ cells }) => textOf(cells.itemId ?? null))).filter(isId);
  const items = await tx.requestItem.findMany({
    where: {
      id: { in: [...new Set(ids)] },
      request: { AND: [visibleRequests(actor, "request.read"), { addresseeOrgId: actor.orgId }] },
    },
    include: { request: true },
  });
  return new Map(
    items.map(({ request, ...item }) => [
      item.id,
      {
        itemId: item.id,
        requestId: item.requestId,
        code: request.code,
        kindCode: request.kindCode,
        position: item.position,
        target: item.display,
        version: item.version,
        closed: closedBy(actor, request),
        disputed: item.disputedAmount,
        overGround: item.overGround,
        answer: item.answeredAt === null ? null : item.answer,
        answeredAt: item.answeredAt,
      },
    ]),
  );
}

/** Why this actor's answer to a target of the request would be refused whatever it says; null when it would not. */
function closedBy(actor: Actor, request: RequestModel): GoneReason | null {
  if (request.suspectedAt !== null) return "doubted";
  if (!answerable.includes(request.status))
    return request.status === "CLARIFICATION_NEEDED" ? "asked" : "closed";
  return can(actor, "request.answer", { ...request, memberIds: [] }) ? null : "colleague";
}

async function keepersOf(tx: Tx): Promise<Keeper[]> {
  const { rows } = await statement<Keeper>(
    tx,
    `select short_name as name, kind::text as kind from organisation where kind = any($1::organisation_kind[]) and valid_to is null
      order by short_name collate "vi-x-icu" limit 2000`,
    [[...asked]],
  );
  return rows;
}
