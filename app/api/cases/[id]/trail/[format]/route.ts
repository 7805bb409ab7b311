import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { trailWords } from "@/components/trail/trail-words";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { getLanguage } from "@/lib/i18n/words";
import { formatDateTime } from "@/lib/i18n/local-time";
import { exportTrail, trailFormats } from "@/lib/money/trail/export";
import { trailStatuses } from "@/lib/money/trail/status";
import type { SheetWords } from "@/lib/money/trail/workbook";
import { storable } from "@/lib/storable";

const address = z.object({ id: z.uuid(), format: z.enum(trailFormats) });
const body = z.object({ reason: z.string().trim().max(500).optional() });
const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  "not-found": 404,
  "not-allowed": 403,
  invalid: 400,
  unavailable: 503,
};
const types = {
  svg: "image/svg+xml",
  png: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Takes the money trail of a case out as a file. It leaves a line in the record, so it is asked for by script, as every change is. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; format: string }> },
): Promise<Response> {
  const refuse = (code: string, fields?: Record<string, string>) =>
    Response.json({ ok: false, code, fields }, { status: statuses[code] ?? 500 });
  const actor = await currentActor();
  if (!actor) return refuse("signed-out");
  const asked = address.safeParse(await params);
  if (!asked.success) return refuse("not-found");
  const given = body.safeParse(storable(await request.json().catch(() => ({}))));
  if (!given.success) return refuse("invalid");
  try {
    const { id: caseId, format } = asked.data;
    const { bytes, mark, code } = await exportTrail(
      actor,
      { caseId, format, reason: given.data.reason },
      await words(),
    );
    const ending = format === "png" ? "svg" : format;
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${code}-${mark.number}.${ending}"`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "x-export-number": mark.number,
        "cache-control": "private, no-store",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    const { code, fields } = refusal(error);
    return refuse(code, fields);
  }
}

async function words() {
  const [t, language] = [await getTranslations("trail"), await getLanguage()];
  const sums = [
    "entered",
    "held",
    "returned",
    "cashedOut",
    "movedOn",
    "sentBack",
    "pending",
    "unexplained",
    "ownIn",
    "surplus",
    "heldBeyond",
  ] as const;
  const sheet = [
    "accounts",
    "transfers",
    "ledger",
    "institution",
    "account",
    "name",
    "kind",
    "bank_account",
    "e_wallet",
    "victim",
    "total",
    "layer",
    "cameRound",
    "traced",
    "amount",
    "at",
    "from",
    "to",
    "requests",
    "payment",
    "told",
    "source",
    "reported",
  ] as const;
  const sheets = {
    sums: Object.fromEntries(sums.map((name) => [name, t(`sums.${name}`)])),
    status: Object.fromEntries(trailStatuses.map((name) => [name, t(`status.${name}`)])),
    sheet: Object.fromEntries(sheet.map((name) => [name, t(`sheet.${name}`)])),
    statusHead: t("nodes.status"),
    reference: t("edges.reference"),
    first: t("nodes.first"),
  } as SheetWords;
  return {
    title: t("title"),
    mark: ({
      number,
      madeBy,
      orgName,
      madeAt,
    }: {
      number: string;
      madeBy: string;
      orgName: string;
      madeAt: Date;
    }) => t("export.mark", { number, by: madeBy, org: orgName, at: formatDateTime(madeAt) }),
    drawing: trailWords(t, language),
    sheets,
  };
}
