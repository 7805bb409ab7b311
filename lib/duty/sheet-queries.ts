import type { Actor } from "@/lib/access/actor";
import { mayOnDuty } from "@/lib/access/duty-policy";
import { asActor, databaseNow, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { inspectAside } from "@/lib/files/inspect-aside";
import { type FileRefusal, fileKinds } from "@/lib/files/kinds";
import { type Language, languages } from "@/lib/i18n/languages";
import { sheetWords } from "@/lib/requests/sheets/words";
import type { SheetsRefusal } from "@/lib/sheets/refusal";
import { sheetsAside } from "@/lib/sheets/sheets-aside";
import { colleaguesOf } from "./queries";
import { rosterBook } from "./roster-book";
import { type RosterPreview, rosterPreview, type Standing } from "./roster-sheet";
import { mostRows } from "./schema";

export const largestRoster = 2 * 1024 * 1024;

/** Our own template's first sheet, which is no list. */
const isGuide = (name: string) => languages.some((language) => sheetWords(language)("sheets.guide") === name);

function assertKeeps(actor: Actor): void {
  if (!mayOnDuty(actor, "duty.manage")) throw new Problem("not-found");
}

/** An empty workbook for the own organisation's roster, numbered as every file that leaves. @throws Problem not-found for who keeps none. */
export function takeRosterBook(actor: Actor, language: Language): Promise<Download> {
  return asActor(actor, async (tx) => {
    assertKeeps(actor);
    const names = (await colleaguesOf(tx, actor)).map(({ name }) => name);
    const { bytes, mark } = await exported(tx, actor, { kind: "roster_xlsx", rows: 0 }, {}, async (made) => ({
      bytes: await rosterBook(names, language, made),
    }));
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}

/** Why a file was not read; words are `files.refused.<code>`, for the last two `duty.sheet.refused.<code>`. */
export type RosterReading =
  | { ok: true; preview: RosterPreview }
  | { ok: false; code: FileRefusal | SheetsRefusal | "noHeads" | "rows" };

/** What a filled-in roster would add, row by row; nothing is stored by looking. @throws Problem not-found for who keeps none. */
export async function readRosterFile(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<RosterReading> {
  assertKeeps(actor);
  if (!/\.(xlsx|csv)$/i.test(name)) return { ok: false, code: "extension" };
  if (bytes.length > largestRoster) return { ok: false, code: "tooLarge" };
  const inspected = await inspectAside(name, bytes);
  if (!inspected.ok) return inspected;
  const read = await sheetsAside(name, bytes, mostRows + 20);
  if (!read.ok) return read;
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const { rows } = await statement<Standing>(
      tx,
      `select membership_id as "membershipId", from_at as "fromAt", to_at as "toAt", rank from duty_shift
          where org_id = $1 and cancelled_at is null and to_at > $2::timestamptz - interval '7 days'
        union all select membership_id, from_at, to_at, null from duty_leave
          where org_id = $1 and cancelled_at is null and to_at > $2::timestamptz - interval '7 days'`,
      [actor.orgId, now],
    );
    const preview = rosterPreview(
      read.sheets.filter(({ name: sheet }) => !isGuide(sheet)),
      await colleaguesOf(tx, actor),
      rows,
      now,
    );
    return typeof preview === "string" ? { ok: false, code: preview } : { ok: true, preview };
  });
}
