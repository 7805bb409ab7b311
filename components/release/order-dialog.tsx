"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useFieldWords } from "@/components/forms/field-words";
import { instantOf } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Textarea } from "@/components/ui/textarea";
import { formatDateTime } from "@/lib/i18n/local-time";
import { fileOrdersAction, planOrdersAction } from "@/lib/release/actions";
import type { OrderKind } from "@/lib/release/orders/schema";
import type { FiledOrders, OrderPlan } from "@/lib/release/orders/types";
import { untilFlaw } from "@/lib/release/orders/until";
import { LeftOutList } from "./left-out-list";
import { OrderDone } from "./order-done";
import { OrderGroups } from "./order-groups";

/**
 * What goes on with ticked holds: which requests would be drafted, which holds are left out and why, the ground and the date asked once. What was
 * drafted stays to be read until it is closed.
 */
export function OrderDialog({
  kindCode,
  holdIds,
  onClose,
  onDone,
}: {
  kindCode: OrderKind;
  holdIds: readonly string[];
  onClose: () => void;
  onDone?: () => void;
}) {
  const t = useTranslations("release.orders");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const router = useRouter();
  const { key, renew } = useFormKey();
  const [plan, setPlan] = useState<OrderPlan | null>(null);
  const [filed, setFiled] = useState<FiledOrders | null>(null);
  const [until, setUntil] = useState("");
  const [ground, setGround] = useState("");
  const [fields, setFields] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = holdIds.join(" ");
  const isExtension = kindCode === "HOLD_EXTENSION";

  useEffect(() => {
    let isGone = false;
    void planOrdersAction({ kindCode, holdIds: ids.split(" ") })
      .catch(() => null)
      .then((result) => {
        if (isGone) return;
        if (!result?.ok) return setProblem(problemWords(result?.code ?? "unreachable"));
        setPlan(result.data);
        if (result.data.latestAt) setUntil(formatDateTime(result.data.latestAt));
      });
    return () => {
      isGone = true;
    };
    // The words of a problem are made anew with every drawing; what is asked is the kind and the holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kindCode, ids]);

  const at = new Date(instantOf(until) ?? NaN);
  const flawOf = (hold: { untilAt: string | null; latestAt: string | null }) =>
    isExtension && !Number.isNaN(at.getTime()) ? untilFlaw(hold, at) : null;
  const willDraft = (plan?.groups ?? []).filter(({ holds }) => holds.some((hold) => flawOf(hold) === null));

  async function send(): Promise<void> {
    setPending(true);
    setProblem(null);
    setFields({});
    const input = { key, kindCode, holdIds: ids.split(" "), ground };
    const result = await fileOrdersAction(isExtension ? { ...input, until: instantOf(until) } : input).catch(
      () => null,
    );
    setPending(false);
    if (!result?.ok) {
      setFields(result?.fields ?? {});
      return setProblem(problemWords(result?.code ?? "unreachable"));
    }
    renew();
    setFiled(result.data);
    router.refresh();
  }
  const close = () => {
    if (filed && filed.drafted.length > 0) onDone?.();
    onClose();
  };
  const errorOf = (name: string) => words(fields[name] ? { message: fields[name] } : undefined);

  return (
    <Dialog
      wide
      open
      onClose={close}
      title={t(`titles.${kindCode}`)}
      lead={filed ? undefined : t(`leads.${kindCode}`)}
      footer={
        filed ? (
          <Button look="primary" onClick={close}>
            {t("close")}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t("cancel")}</Button>
            {willDraft.length > 0 ? (
              <Button look="primary" pending={pending} onClick={() => void send()}>
                {t("send", { count: willDraft.length })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {filed ? (
        <OrderDone filed={filed} />
      ) : (
        <div className="stack">
          {plan === null && problem === null ? <p role="status">{t("reading")}</p> : null}
          {plan && plan.groups.length === 0 ? <p className="mut">{t("none")}</p> : null}
          {plan && plan.groups.length > 0 ? (
            <>
              <Form onSubmit={send}>
                {isExtension ? (
                  <Field
                    label={t("until")}
                    hint={plan.latestAt ? t("untilHint", { at: formatDateTime(plan.latestAt) }) : undefined}
                    required
                    error={errorOf("until")}
                  >
                    <DateTimeInput value={until} onChange={(event) => setUntil(event.target.value)} />
                  </Field>
                ) : null}
                <Field label={t("ground")} hint={t("groundHint")} required error={errorOf("ground")}>
                  <Textarea rows={3} value={ground} onChange={(event) => setGround(event.target.value)} />
                </Field>
              </Form>
              <OrderGroups groups={plan.groups} flawOf={flawOf} />
            </>
          ) : null}
          {plan && plan.leftOut.length > 0 ? <LeftOutList holds={plan.leftOut} /> : null}
          <FormProblem problem={problem} />
        </div>
      )}
    </Dialog>
  );
}
