import { said } from "@/components/forms/schema-resolver";
import { momentOf } from "@/components/forms/schema-resolver";
import type { Path } from "react-hook-form";
import { fieldsOf } from "@/lib/fields";
import { type FileStatementInput, fileStatementInput } from "@/lib/statements/schema";
import type { StatementOptions } from "@/lib/statements/types";
import { factsOf, lossOf, type StatementValues, takenPayments } from "./statement-values";
import type { DeskPlan } from "./use-plan";

type Taken = ReturnType<DeskPlan["taken"]>;

/** What stands on the desk as the command takes it, judged by the command's own schema; `fields` say what it refuses. */
export function toFiled(
  values: StatementValues,
  options: StatementOptions,
  taken: Taken,
  handIn: boolean,
  titleOf: (fraudType: string, loss: bigint) => string,
): { input: FileStatementInput; fields: null } | { input: null; fields: Record<string, string> } {
  const { targets, payments } = factsOf(values);
  const fraudType = options.fraudTypes.find(({ code }) => code === values.fraudTypeCode)?.name ?? "";
  const loss = lossOf(values);
  const parsed = fileStatementInput.safeParse({
    key: values.key,
    handIn,
    again: values.again,
    requests: taken.map(({ request }) => request),
    ...(options.owner
      ? { addition: { caseId: options.owner.id, text: values.text.slice(0, 8000), targets, payments } }
      : {
          report: {
            sourceKind: values.sourceKind,
            channel: values.channel,
            fraudTypeCode: values.fraudTypeCode,
            title: said(values.title) ?? titleOf(fraudType, loss),
            summary: values.text.slice(0, 8000),
            reportedAt: momentOf(values.reportedAt) ?? "",
            reportedLoss: loss.toString(),
            victims: [
              {
                fullName: values.victimName,
                phone: said(values.victimPhone),
                personId: said(values.victimPersonId),
              },
            ],
            payments,
            targets,
          },
        }),
  });
  return parsed.success
    ? { input: parsed.data, fields: null }
    : { input: null, fields: fieldsOf(parsed.error) };
}

const ownFields: Record<string, Path<StatementValues>> = {
  "victims.0.fullName": "victimName",
  "victims.0.phone": "victimPhone",
  "victims.0.personId": "victimPersonId",
  fraudTypeCode: "fraudTypeCode",
  title: "title",
  reportedAt: "reportedAt",
  summary: "text",
};

/** A field that the command names, as the desk's own: its lists hold what was left out as well. */
export function fieldInDesk(values: StatementValues, path: string): Path<StatementValues> | null {
  const [, name = ""] = /^(?:report|addition)\.(.+)$/.exec(path) ?? [];
  if (name in ownFields) return ownFields[name] ?? null;
  const payment = /^payments\.(\d+)\.(at|amount|toInstitutionId|toAccount|victim)$/.exec(name);
  if (payment) {
    const row = takenPayments(values)[Number(payment[1])];
    if (!row) return null;
    if (payment[2] === "victim") return "victim";
    if (payment[2] === "at" || payment[2] === "amount")
      return `payments.${values.payments.indexOf(row)}.${payment[2]}`;
    return targetField(values, row.to, payment[2] === "toAccount" ? "value" : "receiverId");
  }
  const target = /^targets\.(\d+)\.(\w+)$/.exec(name);
  if (!target) return null;
  const row = values.targets.filter(({ standing }) => standing === "take")[Number(target[1])];
  return row ? targetField(values, row.row, target[2] === "institutionId" ? "receiverId" : "value") : null;
}

function targetField(
  values: StatementValues,
  row: string,
  field: "value" | "receiverId",
): Path<StatementValues> | null {
  const place = values.targets.findIndex((target) => target.row === row);
  return place < 0 ? null : `targets.${place}.${field}`;
}

/** What was refused of each request, by its plan's id: of the whole under "", of a target's field under `<row> <key>`. */
export type Refused = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The command's words at the cards: a field that a card shows gets its own, all others the first word for the card. */
export function requestProblems(fields: Record<string, string>, taken: Taken, plan: DeskPlan): Refused {
  const told = new Map<string, Record<string, string>>();
  for (const [path, code] of Object.entries(fields)) {
    const [, index, target, key] = /^requests\.(\d+)\.(?:targets\.(\d+)\.details\.(\w+))?/.exec(path) ?? [];
    const id = index === undefined ? undefined : taken[Number(index)]?.id;
    if (!id) continue;
    const row = plan.proposals.find((planned) => planned.id === id)?.targets[Number(target)]?.row;
    const place = row === undefined || key === undefined ? "" : `${row} ${key}`;
    told.set(id, { [place]: code, ...told.get(id) });
  }
  return told;
}
