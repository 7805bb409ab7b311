import { type Actor, answersRequests } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { inspectAside } from "@/lib/files/inspect-aside";
import { fileKinds } from "@/lib/files/kinds";
import type { Language } from "@/lib/i18n/languages";
import { aboutRequest } from "@/lib/requests/find";
import { moneyKeepers } from "@/lib/requests/kinds/money-rows";
import { openStatuses } from "@/lib/requests/lifecycle";
import { answerBook } from "./book";
import { largestSheet } from "./form";
import { textOf } from "@/lib/sheets/cell";
import { organisationNames } from "./organisations";
import { pagesOf, type SheetPage } from "./pages";
import { type KnownItem, previewOf } from "./preview";
import type { SheetReading } from "./types";

/** Targets of one file: a request of five hundred fits, and nobody fills in more at a sitting. */
const mostItems = 500;

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
            { status: { in: [...openStatuses] } },
            requestId ? { id: requestId } : {},
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
          await keeperNames(tx),
          language,
          made,
        ),
      }),
    );
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

/** What a filled file would do, row by row; nothing is sent by looking at it. */
export async function readAnswerBook(actor: Actor, name: string, bytes: Buffer): Promise<SheetReading> {
  if (!answersRequests(actor)) throw new Problem("not-allowed");
  if (!name.toLowerCase().endsWith(".xlsx")) return { ok: false, code: "extension" };
  if (bytes.length > largestSheet) return { ok: false, code: "tooLarge" };
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return inspected;
  const pages = await pagesOf(bytes);
  if (typeof pages === "string") return { ok: false, code: pages };
  if (!pages.some(({ about }) => about.startsWith("kind:"))) return { ok: false, code: "notOurs" };
  return asActor(actor, async (tx) => ({
    ok: true,
    preview: previewOf(
      pages,
      await knownItems(tx, actor, pages),
      (await organisationNames(tx)).find,
      await databaseNow(tx),
    ),
  }));
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function knownItems(
  tx: Tx,
  actor: Actor,
  pages: readonly SheetPage[],
): Promise<Map<string, KnownItem>> {
  const ids = pages.flatMap(({ rows }) => rows.map(({ cells }) => textOf(cells.itemId ?? null))).filter(isId);
  const items = await tx.requestItem.findMany({
    where: { id: { in: [...new Set(ids)] }, request: { AND: [visibleRequests(actor, "request.answer")] } },
    include: { request: { select: { code: true, kindCode: true, status: true } } },
  });
  return new Map(
    items.map(({ id, requestId, position, display, version, answeredAt, answer, request }) => [
      id,
      {
        itemId: id,
        requestId,
        code: request.code,
        kindCode: request.kindCode,
        position,
        target: display,
        version,
        isOpen: answeredAt === null && (openStatuses as readonly string[]).includes(request.status),
        answer: answeredAt === null ? null : answer,
      },
    ]),
  );
}

async function keeperNames(tx: Tx): Promise<string[]> {
  const { rows } = await statement<{ name: string }>(
    tx,
    `select short_name as name from organisation where kind = any($1::organisation_kind[]) and valid_to is null
      order by short_name collate "vi-x-icu" limit 1000`,
    [[...moneyKeepers]],
  );
  return rows.map(({ name }) => name);
}
