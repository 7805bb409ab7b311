"use client";

import { CircleHelp } from "@/components/icons/circle-help";
import { Pencil } from "@/components/icons/pencil";
import { Plus } from "@/components/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { ElsewhereChips } from "@/components/deconfliction/elsewhere-chips";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Identifier } from "@/components/ui/identifier";
import type { DutyDesk } from "@/lib/deconfliction/types";
import { needsKeeper } from "@/lib/statements/keepers";
import type { Receiver } from "@/lib/statements/types";
import { kindIcons } from "./marked-text";
import { PaymentLine } from "./payment-line";
import type { PaymentRow, StatementValues, TargetRow } from "./statement-values";
import { TargetEdit } from "./target-edit";

/** A row with its place in the form. */
export type Placed<Row> = Row & { place: number };

/** One thing that may be asked about: ticked or not, with the bank or operator and the payments that reached it. */
export function TargetLine({
  target,
  payments,
  receivers,
  desks,
  onShow,
}: {
  target: Placed<TargetRow>;
  payments: readonly Placed<PaymentRow>[];
  receivers: readonly Receiver[];
  /** Of other units that hold the same. */
  desks: readonly DutyDesk[] | undefined;
  onShow: (row: string) => void;
}) {
  const t = useTranslations("statement");
  const { setValue } = useFormContext<StatementValues>();
  const [isOpen, setOpen] = useState(target.value === "");
  const Icon = kindIcons[target.kind as keyof typeof kindIcons] ?? CircleHelp;
  const receiver = receivers.find(({ id }) => id === target.receiverId);
  const isTaken = target.standing === "take";
  const needsReceiver = isTaken && !receiver && needsKeeper(target.kind);
  return (
    <li className="ent" data-row={target.row}>
      <Checkbox
        labelHidden
        label={t("use", { what: target.display })}
        checked={isTaken}
        onChange={({ currentTarget }) =>
          setValue(`targets.${target.place}.standing`, currentTarget.checked ? "take" : "leave", {
            shouldDirty: true,
          })
        }
      />
      <span className="ent-i">
        <Icon className="i i-14" aria-hidden />
      </span>
      <div className="grow">
        <div className="row between">
          <button
            type="button"
            className="linkbtn"
            onClick={() => onShow(target.row)}
            title={t("showInText")}
          >
            <Identifier value={target.value} display={target.display} />
          </button>
          <IconButton
            label={t("edit", { what: target.display })}
            aria-expanded={isOpen}
            icon={<Pencil className="i i-14" aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          />
        </div>
        <p className={needsReceiver ? "c-amber" : "mut"}>
          {[
            t(`kinds.${target.kind}`),
            receiver?.name ?? (needsReceiver ? t("noReceiver") : null),
            target.holderName,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <ElsewhereChips desks={desks} />
        {payments.map((payment) => (
          <PaymentLine key={payment.place} payment={payment} />
        ))}
        {isOpen || needsReceiver ? <TargetEdit target={target} receivers={receivers} /> : null}
        {isOpen && (target.kind === "bank_account" || target.kind === "e_wallet") ? (
          <AddPayment to={target.row} />
        ) : null}
      </div>
    </li>
  );
}

function AddPayment({ to }: { to: string }) {
  const t = useTranslations("statement");
  const { getValues, setValue } = useFormContext<StatementValues>();
  return (
    <button
      type="button"
      className="linkbtn t13 row"
      onClick={() =>
        setValue(
          "payments",
          [
            ...getValues("payments"),
            { to, amount: "", at: "", atSure: false, fromAccount: "", standing: "take" },
          ],
          { shouldDirty: true },
        )
      }
    >
      <Plus className="i i-14" aria-hidden />
      {t("addPayment")}
    </button>
  );
}
