import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { aboutCase } from "@/lib/cases/change";
import { asActor, databaseNow, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import { rowsWithoutReason } from "@/lib/exports/types";
import type { Download } from "@/lib/files/download";
import { fileKinds } from "@/lib/files/kinds";
import type { Language } from "@/lib/i18n/languages";
import { organisationsOf } from "@/lib/organisations/names";
import { sheetWords } from "@/lib/requests/sheets/words";
import { conditionsOf } from "../conditions";
import { type HoldFilter, mostListed } from "../filter";
import { holdColumns, holdRowOf, type HoldSqlRow, holdTables } from "../list";
import { holdBook, type HoldLine } from "./book";

type Asked = { filter: HoldFilter; text?: string; reason?: string };

/**
 * The filtered list of what is held, as a workbook: numbered, and recorded as an export of so many holds.
 * @throws Problem not-found for whoever works on no cases and for a case that is not his; not-now when nothing is listed; "invalid" at `reason` when
 * more than 500 holds would leave without one, at `filter` beyond 5,000.
 */
export function takeHoldBook(
  actor: Actor,
  { filter, text, reason }: Asked,
  language: Language,
): Promise<Download> {
  return asActor(actor, async (tx) => {
    if (actor.orgKind !== "police" || !may(actor, "hold.export")) throw new Problem("not-found");
    const owner = filter.case
      ? await tx.case.findFirst({ where: { AND: [{ id: filter.case }, visibleCases(actor)] } })
      : null;
    if (filter.case && !owner) throw new Problem("not-found");
    const values: unknown[] = [actor.orgIds, actor.membershipId];
    const now = await databaseNow(tx);
    const { where } = conditionsOf(filter, (value) => `$${values.push(value)}`, now, text);
    const { rows } = await statement<HoldSqlRow & Pick<HoldLine, "documentNumber" | "unit">>(
      tx,
      `select ${holdColumns}, r.document_number as "documentNumber", u.short_name as unit
        from ${holdTables} join organisation u on u.id = r.requester_org_id where ${where.join(" and ")}
        order by coalesce(h.until_at, 'infinity'::timestamptz), h.id limit ${mostListed + 1}`,
      values,
    );
    if (rows.length === 0) throw new Problem("not-now");
    if (rows.length > mostListed) throw new Problem("invalid", { fields: { filter: "export.tooLarge" } });
    if (rows.length > rowsWithoutReason && !reason?.trim())
      throw new Problem("invalid", { fields: { reason: "required" } });
    const lines = rows.map((row): HoldLine => ({
      ...holdRowOf(row),
      documentNumber: row.documentNumber,
      unit: row.unit,
    }));
    const t = sheetWords(language);
    const holder = filter.holder
      ? (await organisationsOf(tx, [filter.holder])).get(filter.holder)
      : undefined;
    // What was typed may be a person's account: the file says that there was a search, not for whom.
    const kept = [
      owner ? `${owner.code} · ${owner.title}` : null,
      holder?.shortName,
      filter.ends && t(`release.ends.${filter.ends}`),
      filter.overdue && t("release.filter.overdue"),
      filter.appeal && t("release.filter.appeal"),
      text && t("sheets.holds.searched"),
    ].filter(Boolean);
    const total = lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    const about = [
      [t("sheets.holds.count"), String(lines.length)],
      [t("sheets.holds.total"), total.toString()],
      [t("sheets.holds.filter"), kept.length > 0 ? kept.join(" · ") : t("sheets.holds.all")],
      [t("sheets.requests.amounts"), t("sheets.requests.amountsHint")],
    ] as const;
    const { subjectType: _type, subjectId: _id, ...seal } = owner ? aboutCase(owner) : {};
    const what = {
      kind: "holds_xlsx",
      rows: lines.length,
      ...(owner ? { caseId: owner.id } : {}),
      ...(reason ? { reason } : {}),
    };
    const { bytes, mark } = await exported(tx, actor, what, seal, async (made) => ({
      bytes: await holdBook(lines, about, language, made),
    }));
    return { name: `${mark.number}.xlsx`, mediaType: fileKinds.xlsx.mediaType, bytes };
  });
}
