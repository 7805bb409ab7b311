"use client";

import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { Pencil } from "@/components/icons/pencil";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandForm } from "@/components/admin/command-form";
import { typedDay } from "@/components/admin/form-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { dayOf } from "@/lib/day";
import { cancelShiftAction, changeShiftAction, proposeSwapAction } from "@/lib/duty/actions";
import { changeShiftInput, proposeSwapInput } from "@/lib/duty/schema";
import type { Colleague, ShiftRow } from "@/lib/duty/types";
import { formatDateTime, formatTime } from "@/lib/i18n/local-time";
import { ActButton } from "./act-button";
import { useShiftFields } from "./shift-fields";

type Props = {
  shift: ShiftRow;
  colleagues: readonly Colleague[];
  /** Shifts of colleagues that could be asked for in return. */
  others: readonly ShiftRow[];
  may: { change: boolean; offer: boolean };
};

/** What the reader may do with one shift: change it or take it off, or offer his own to a colleague. */
export function ShiftMenu({ shift, colleagues, others, may }: Props) {
  const t = useTranslations("duty");
  const [open, setOpen] = useState<"change" | "offer" | null>(null);
  const about = { name: shift.name, at: formatDateTime(shift.fromAt) };
  const close = () => setOpen(null);
  return (
    <span className="row wrap g1 no-print">
      {may.change ? (
        <Button
          size="sm"
          look="ghost"
          icon={<Pencil className="i i-14" aria-hidden />}
          aria-label={t("change.of", about)}
          onClick={() => setOpen("change")}
        >
          {t("change.open")}
        </Button>
      ) : null}
      {may.offer ? (
        <Button
          size="sm"
          look="ghost"
          icon={<ArrowRightLeft className="i i-14" aria-hidden />}
          aria-label={t("swap.of", about)}
          onClick={() => setOpen("offer")}
        >
          {t("swap.open")}
        </Button>
      ) : null}
      <Dialog open={open === "change"} onClose={close} title={t("change.title")} lead={t("shiftOf", about)}>
        {open === "change" ? <ChangeForm shift={shift} colleagues={colleagues} onClose={close} /> : null}
      </Dialog>
      <Dialog open={open === "offer"} onClose={close} title={t("swap.title")} lead={t("shiftOf", about)}>
        {open === "offer" ? (
          <OfferForm shift={shift} colleagues={colleagues} others={others} onClose={close} />
        ) : null}
      </Dialog>
    </span>
  );
}

function ChangeForm({
  shift,
  colleagues,
  onClose,
}: Pick<Props, "shift" | "colleagues"> & { onClose: () => void }) {
  const t = useTranslations("duty");
  const toast = useToast();
  const fields = useShiftFields(colleagues);
  const { id: shiftId, version, membershipId, rank, phone, fromAt, toAt } = shift;
  return (
    <CommandForm
      schema={changeShiftInput}
      action={changeShiftAction}
      fixed={{ shiftId, version }}
      values={{
        membershipId,
        rank: String(rank),
        phone: phone ?? "",
        day: typedDay(dayOf(new Date(fromAt))),
        from: formatTime(fromAt),
        to: formatTime(toAt),
      }}
      fields={fields(true)}
      submit={t("change.submit")}
      cancel={
        <ActButton
          action={cancelShiftAction}
          input={{ shiftId, version }}
          words={t("change.cancel")}
          done={t("change.cancelled")}
          look="danger"
          onDone={onClose}
        />
      }
      onDone={() => {
        onClose();
        toast(t("change.done"));
      }}
    />
  );
}

function OfferForm({
  shift,
  colleagues,
  others,
  onClose,
}: Pick<Props, "shift" | "colleagues" | "others"> & { onClose: () => void }) {
  const t = useTranslations("duty");
  const toast = useToast();
  return (
    <CommandForm
      schema={proposeSwapInput}
      action={proposeSwapAction}
      fixed={{ shiftId: shift.id }}
      values={{ toMembershipId: "", returnShiftId: "" }}
      fields={[
        {
          as: "select",
          name: "toMembershipId",
          label: t("swap.to"),
          placeholder: t("form.choose"),
          choices: colleagues
            .filter(({ membershipId }) => membershipId !== shift.membershipId)
            .map(({ membershipId, name }) => ({ value: membershipId, label: name })),
          required: true,
          wide: true,
        },
        {
          as: "select",
          name: "returnShiftId",
          label: t("swap.return"),
          hint: t("swap.returnHint"),
          placeholder: t("swap.none"),
          choices: others.map(({ id, name, fromAt, toAt, rank }) => ({
            value: id,
            label: t("swap.choice", {
              name,
              from: formatDateTime(fromAt),
              to: formatTime(toAt),
              rank: t("rank", { rank, behind: rank - 1 }),
            }),
          })),
          wide: true,
        },
      ]}
      submit={t("swap.submit")}
      cancel={<Button onClick={onClose}>{t("swap.cancel")}</Button>}
      onDone={() => {
        onClose();
        toast(t("swap.proposed"));
      }}
    />
  );
}
