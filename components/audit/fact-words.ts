import { useVnd } from "@/components/ui/money";
import { useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/i18n/local-time";
import { type DocumentNumbers, readableSource } from "@/lib/reference/citation";

/** One thing that an event tells: its name and its value in words. `isCode` marks what has no words, such as a hash. */
export type Fact = { field: string; name: string; value: string; isCode: boolean };

const amounts = new Set(["disputedAmount", "reportedLoss", "amount"]);
const limits = new Set(["limit", "maxHold", "mostExtension"]);
const days = new Set(["from", "until", "validFrom", "validTo", "date", "decisionDate"]);
const sources = new Set(["source", "legalBases", "legalBasis", "document"]);
/** Facts that may be one list of values; an old and a new list stand there as texts. */
const lists = new Set(["roles", "weekdays", "hours", "topics"]);

const isKeptList = (value: unknown) => typeof value === "string" && value.startsWith("[");

/** `08:00–12:00`, `13:00–17:00` out of four times; an afternoon that is left out has none. */
const spans = (times: readonly string[]) =>
  times.flatMap((time, index) =>
    index % 2 === 0 && time !== "–" ? [`${time}–${times[index + 1] ?? ""}`] : [],
  );

/** Under which group of words a code of this field stands, by the kind of event that names it. */
function groupsOf(field: string, subject: string): string[] {
  switch (field) {
    case "status":
      return (
        {
          case: ["cases.status"],
          appeal: ["appeals.status"],
          holiday: ["audit.values.status"],
          legal_document: ["admin.status"],
        }[subject] ?? ["requests.status"]
      );
    case "kind":
      return { organisation: ["admin.kind"], holiday: ["admin.holiday"] }[subject] ?? ["kinds"];
    case "kindCode":
    case "code":
      return ["kinds", "cases.legal"];
    case "outcome":
      return ["outcomes"];
    case "ground":
      return ["requests.grounds"];
    case "appealGround":
      return ["appeals.ground"];
    case "channel":
      return ["appeals.channel"];
    case "export":
      return ["exports.kinds"];
    case "purpose":
      return ["search.purposes"];
    case "roles":
      return ["roles"];
    case "signerTitle":
    case "signerTitles":
      return ["admin.signer"];
    case "addressees":
      return ["admin.addressee"];
    case "weekdays":
      return ["admin.weekday"];
    case "task":
      return ["admin.jobs.names", "admin.jobs.sources"];
    case "stage":
    case "procuracy":
    case "subject":
    case "urgency":
    case "level":
    case "type":
      return [`admin.${field}`];
    default:
      return [`audit.values.${field}`];
  }
}

/** A value as the record keeps it: old and new values of lists stand there as their JSON text. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // it was cut: the record is no archive
  }
}

/**
 * The facts of an event in the reader's language: the one home of their words, for the record and for every history. The words of
 * other screens are used where a code has some. words: audit.fields.* audit.values.* admin.limit.amount admin.unit.*
 */
export function useFactWords(
  numbers: DocumentNumbers = {},
): (event: { type: string; changes: Record<string, unknown> }) => Fact[] {
  const { vnd } = useVnd();
  const t = useTranslations();
  const known = (key: string) => (t.has(key as never) ? t(key as never) : null);

  function word(field: string, subject: string, raw: unknown): string {
    const value = parsed(raw);
    if (value === null || value === undefined || value === "") return "–";
    if (Array.isArray(value) && field === "hours" && !value.some(isKeptList))
      return spans(value.map((part) => word(field, subject, part))).join(", ") || "–";
    if (Array.isArray(value)) return value.map((part) => word(field, subject, part)).join(", ") || "–";
    if (typeof value === "boolean") return known(`audit.values.${value ? "yes" : "no"}`) ?? String(value);
    if (typeof value === "object") return JSON.stringify(value);
    const text = String(value);
    if (amounts.has(field) && /^\d+$/.test(text)) return vnd(text);
    if (days.has(field) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split("-").reverse().join("/");
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatDateTime(new Date(text));
    const limit = limits.has(field) ? /^(\d+) ([a-z-]+)$/.exec(text) : null;
    const unit = limit && known(`admin.unit.${limit[2]}`);
    if (unit) return t("admin.limit.amount", { value: Number(limit[1]), unit });
    if (sources.has(field)) return readableSource(text, numbers);
    if (!/^[\w-]+$/.test(text)) return text;
    for (const group of groupsOf(field, subject)) {
      const found = known(`${group}.${text}`);
      if (found) return found;
    }
    return text;
  }

  return ({ type, changes }) => {
    const subject = type.split(".")[0]!;
    return Object.entries(changes).flatMap(([field, raw]) => {
      const value = parsed(raw);
      const isChange =
        Array.isArray(value) && value.length === 2 && (!lists.has(field) || value.some(isKeptList));
      const parts = isChange
        ? value.map((part) => word(field, subject, part))
        : [word(field, subject, value)];
      if (isChange && parts[0] === parts[1]) return []; // it was written again and stayed what it was
      const shown = parts.join(" → ");
      return {
        field,
        name: known(`audit.fields.${subject}.${field}`) ?? known(`audit.fields.${field}`) ?? field,
        value: shown,
        isCode: !isChange && typeof raw === "string" && shown === raw && /^[\w-]{16,}$/.test(raw),
      };
    });
  };
}
