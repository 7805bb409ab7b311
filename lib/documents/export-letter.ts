import type { Actor } from "@/lib/access/actor";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { ExportMark } from "@/lib/exports/types";
import type { Download } from "@/lib/files/download";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { aboutRequest } from "@/lib/requests/find";
import { letterOf } from "@/lib/requests/letters/queries";
import { minutesOf } from "@/lib/requests/letters/minutes";
import { paperDocx } from "./docx/paper-docx";
import { fileName, type PaperType, paperTypes } from "./file-names";
import { letterPaper } from "./letter-paper";
import { minutesPaper } from "./minutes-paper";
import type { Paper } from "./paper";
import { paperPdf } from "./pdf/paper-pdf";
import { vietnamese } from "./vietnamese";

/**
 * The order or official letter of a request as a file, for whoever may read the request; recorded as an export with its mark.
 * Before the signature it is a draft: without a number and with its mark across the page.
 * @throws Problem "not-found" for a missing and for a foreign one alike.
 */
export const exportLetter = (actor: Actor, id: string, type: PaperType): Promise<Download> =>
  asActor(actor, async (tx) => {
    const request = await readable(tx, actor, id);
    const letter = await letterOf(tx, actor, id);
    if (!letter) throw new Problem("not-found");
    const title = letter.documentNumber ?? letter.code;
    const what = { kind: `letter_${type}`, rows: letter.items.length };
    return paperFile(tx, actor, request, what, letterPaper(letter, vietnamese()), title, type);
  });

/**
 * The minutes of execution of a freeze, made from its answer, for the two sides of the request: a procuracy that was notified of the
 * order does not read what the bank answered.
 * @throws Problem "not-found"; "not-now" while nothing is answered.
 */
export const exportMinutes = (actor: Actor, id: string, type: PaperType): Promise<Download> =>
  asActor(actor, async (tx) => {
    const request = await readable(tx, actor, id);
    const minutes = await minutesOf(tx, actor, request);
    const letter = minutes && (await letterOf(tx, actor, id));
    if (!letter) throw new Problem("not-found");
    if (minutes.items.length === 0) throw new Problem("not-now");
    const title = `bien-ban ${minutes.numbers[0] ?? letter.code}`;
    const what = { kind: `minutes_${type}`, rows: minutes.items.length };
    return paperFile(tx, actor, request, what, minutesPaper(letter, minutes, vietnamese()), title, type);
  });

async function readable(tx: Tx, actor: Actor, id: string): Promise<RequestModel> {
  const request = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!request) throw new Problem("not-found");
  return request;
}

async function paperFile(
  tx: Tx,
  actor: Actor,
  request: RequestModel,
  what: { kind: string; rows: number },
  paper: Paper,
  title: string,
  type: PaperType,
): Promise<Download> {
  const make = async (mark: ExportMark) => ({
    bytes: type === "pdf" ? await paperPdf(paper, title, mark) : await paperDocx(paper, title, mark),
  });
  const whole = { ...what, caseId: request.caseId, requestId: request.id };
  const { bytes } = await exported(tx, actor, whole, aboutRequest(request), make);
  return { name: fileName(title, type), mediaType: paperTypes[type], bytes };
}
