"use client";

import { Clock } from "@/components/icons/clock";
import { Pencil } from "@/components/icons/pencil";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldWords } from "@/components/forms/field-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { askedOf } from "@/lib/statements/asked";
import { amountOf, type PlannedRequest } from "@/lib/statements/plan";
import { AskedFields } from "./asked-fields";
import type { AskedTyped, TargetRow } from "./statement-values";

const urgencies = ["normal", "urgent", "emergency"] as const;
/** More targets than a card shows; the rest is counted. */
const shownTargets = 6;

/** One request as it will be sent: to whom, what about, how much. Open, its grounds and urgency can be changed. */
export function RequestCard({
  planned,
  receiver,
  targets,
  isTaken,
  urgency,
  grounds,
  asked,
  problems,
  onTake,
  onUrgency,
  onGrounds,
  onAsked,
}: {
  planned: PlannedRequest;
  receiver: string;
  targets: ReadonlyMap<string, TargetRow>;
  isTaken: boolean;
  urgency: string;
  grounds: string;
  asked: AskedTyped;
  /** What the portal refused of it, as message codes: of the whole under "", of a target's field under `<row> <key>`. */
  problems: Readonly<Record<string, string>>;
  onTake: (take: boolean) => void;
  onUrgency: (urgency: string) => void;
  onGrounds: (grounds: string) => void;
  onAsked: (row: string, key: string, typed: string) => void;
}) {
  const t = useTranslations("statement");
  const kinds = useTranslations("kinds");
  const urgencyWords = useTranslations("requests.urgency");
  const words = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  const amount = amountOf(planned);
  const fields = askedOf(planned.kindCode);
  // What asks something of each target shows each.
  const shown = fields.length > 0 && isTaken ? planned.targets : planned.targets.slice(0, shownTargets);
  const rest = planned.targets.length - shown.length;
  return (
    <article className={`card grp${isTaken ? "" : " grp-wait"}`} aria-label={receiver}>
      <header className="row between">
        <Checkbox
          className="fw6"
          label={receiver}
          checked={isTaken}
          onChange={({ currentTarget }) => onTake(currentTarget.checked)}
        />
        <IconButton
          label={t("editRequest", { receiver })}
          aria-expanded={isOpen}
          icon={<Pencil className="i" aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        />
      </header>
      <p className="t13">{kinds(planned.kindCode)}</p>
      {isTaken || planned.proposed ? null : <p className="t12 mut">{t("notSuggested")}</p>}
      <ul className="grp-l">
        {shown.map(({ row, disputedAmount }) => (
          <li key={row}>
            <Identifier value={targets.get(row)?.value ?? ""} display={targets.get(row)?.display} />
            {disputedAmount === null ? null : <Money value={disputedAmount.toString()} />}
            {isTaken ? (
              <AskedFields
                fields={fields}
                typed={asked[row] ?? {}}
                name={`${planned.id} ${row}`}
                problemOf={(key) => problems[`${row} ${key}`]}
                onType={(key, typed) => onAsked(row, key, typed)}
              />
            ) : null}
          </li>
        ))}
        {rest > 0 ? <li className="mut">{t("more", { count: rest })}</li> : null}
      </ul>
      {problems[""] ? (
        <p className="field-error" role="alert">
          {words({ message: problems[""] })}
        </p>
      ) : null}
      {isOpen ? (
        <div className="ent-edit">
          <Field label={t("urgency")}>
            <Select
              value={urgency}
              choices={urgencies.map((code) => ({ value: code, label: urgencyWords(code) }))}
              onChange={({ currentTarget }) => onUrgency(currentTarget.value)}
            />
          </Field>
          <Field label={t("grounds")} required>
            <Textarea
              rows={6}
              value={grounds}
              onChange={({ currentTarget }) => onGrounds(currentTarget.value)}
            />
          </Field>
        </div>
      ) : (
        <p className="grp-f t13 mut">
          <Clock className="i i-14" aria-hidden />
          {urgencyWords(urgency)}
        </p>
      )}
      {amount === null ? null : (
        <p className="grp-s">
          <span className="t13 mut">{t("toHold")}</span>
          <Money value={amount.toString()} className="fw6" />
        </p>
      )}
    </article>
  );
}
