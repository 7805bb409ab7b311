"use client";

import { ShieldQuestion } from "@/components/icons/shield-question";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { useFieldWords } from "@/components/forms/field-words";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { restoreSenderAction, reviewRequestAction } from "@/lib/requests/suspicion/actions";

type Props = { requestId: string; version: number; code: string; onClose: () => void };

/** A supervisor's decision with its grounds; six digits too when his last proof is old. Mounted while it is open. */
export function ReviewDialog({ requestId, version, code, onClose }: Props) {
  const t = useTranslations("suspicion.review");
  const [decision, setDecision] = useState<"genuine" | "forged">("genuine");
  return (
    <ProvedForm
      title={t("title")}
      text={t("text", { code })}
      send={t("send")}
      danger={decision === "forged"}
      done={t(`done.${decision}`)}
      onClose={onClose}
      run={(given) => reviewRequestAction({ ...given, requestId, version, decision })}
    >
      <Field label={t("decision")} group required>
        <Segmented
          label={t("decision")}
          name="decision"
          value={decision}
          onChange={(event) => setDecision(event.target.value === "forged" ? "forged" : "genuine")}
          segments={[
            { value: "genuine", label: t("genuine") },
            { value: "forged", label: t("forged") },
          ]}
        />
      </Field>
    </ProvedForm>
  );
}

/** The sender of an order that was found forged may work again. Mounted while it is open. */
export function RestoreDialog({ requestId, onClose }: Pick<Props, "requestId" | "onClose">) {
  const t = useTranslations("suspicion.restore");
  return (
    <ProvedForm
      title={t("title")}
      text={t("text")}
      send={t("send")}
      done={t("done")}
      onClose={onClose}
      run={(given) => restoreSenderAction({ ...given, requestId })}
    />
  );
}

type Given = { key: string; reason: string; code?: string };
type Answer = { ok: true } | { ok: false; code: string; fields?: Record<string, string> };

function ProvedForm({
  title,
  text,
  send,
  done,
  danger = false,
  run,
  onClose,
  children,
}: {
  title: string;
  text: string;
  send: string;
  done: string;
  danger?: boolean;
  run: (given: Given) => Promise<Answer>;
  onClose: () => void;
  children?: React.ReactNode;
}) {
  const t = useTranslations("suspicion.review");
  const words = useFieldWords();
  const problems = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const { key } = useFormKey();
  const [reason, setReason] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }> | null>(null);
  const [pending, setPending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setPending(true);
    const result = await run({ key, reason, ...(code.trim() ? { code } : {}) }).catch(
      () => ({ ok: false, code: "unreachable" }) as const,
    );
    setPending(false);
    setAttempt((count) => count + 1);
    if (result.ok) {
      toast(done);
      onClose();
      return router.refresh();
    }
    // The first time it only says that a proof is wanted; what was typed as one and did not fit is said at its field.
    if (result.code === "second-factor" && !asksCode) {
      setFailed(null);
      return setAsksCode(true);
    }
    setFailed(result);
  };
  const fieldError = (name: string) => {
    const message = failed?.fields?.[name];
    return message ? words({ message }) : undefined;
  };
  const isCodeWrong = failed?.code === "second-factor" || Boolean(failed?.fields?.code);
  return (
    <Dialog
      open
      onClose={onClose}
      icon={<ShieldQuestion className="i i-20" aria-hidden />}
      title={title}
      lead={text}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look={danger ? "danger-solid" : "primary"} pending={pending} onClick={() => void submit()}>
            {send}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        {children}
        <Field label={t("reason")} hint={t("reasonHint")} error={fieldError("reason")} required>
          <Textarea
            rows={3}
            name="reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {asksCode ? (
          <SecondFactorField
            autoFocus
            label={t("code")}
            hint={t("codeLead")}
            error={isCodeWrong ? t("codeWrong") : undefined}
            value={code}
            onChange={setCode}
          />
        ) : null}
        <FormProblem
          problem={failed && !failed.fields && !isCodeWrong ? problems(failed.code) : null}
          attempt={attempt}
        />
      </Form>
    </Dialog>
  );
}
