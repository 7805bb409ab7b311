"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { TextInput } from "@/components/ui/text-input";
import { enrolAction } from "@/lib/access/sign-in-actions";
import { paths } from "@/lib/paths";
import { RecoveryCodes } from "./recovery-codes";

type Offer = { picture: { size: number; path: string }; secret: string };

/** Binds an authenticator app: picture or secret, one code as proof, recovery codes shown once. `offer` is null once it is bound. */
export function EnrolForm({ offer, to }: { offer: Offer | null; to: string | null }) {
  const t = useTranslations("signIn");
  const router = useRouter();
  const [code, setCode] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<{ codes: string[]; next: string } | null>(null);
  if (done) return <RecoveryCodes codes={done.codes} onDone={() => router.replace(done.next)} />;
  if (!offer) {
    return pending ? null : (
      <div className="si-form">
        <div className="stack-1">
          <h1 className="t24 fw6">{t("enrolled.title")}</h1>
          <p className="mut">{t("enrolled.lead")}</p>
        </div>
        <ButtonLink look="primary" size="lg" block href={to ?? paths.home}>
          {t("enter")}
        </ButtonLink>
      </div>
    );
  }
  const { picture, secret } = offer;
  const submit = async () => {
    setPending(true);
    const result = await enrolAction({ code, to }).catch(() => ({
      ok: false as const,
      code: "unreachable" as const,
    }));
    setPending(false);
    if (result.ok) return setDone({ codes: result.recoveryCodes, next: result.next });
    // words: signIn.problem.*
    setProblem(t(`problem.${result.code}`));
    setAttempt((count) => count + 1);
  };
  return (
    <Form className="si-form" onSubmit={submit}>
      <div className="stack-1">
        <h1 className="t24 fw6">{t("enrolTitle")}</h1>
        <p className="mut">{t("enrolLead")}</p>
      </div>
      <FormProblem problem={problem} attempt={attempt} />
      <svg
        className="si-qr"
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        role="img"
        aria-label={t("qr")}
        shapeRendering="crispEdges"
      >
        <path d={picture.path} fill="#000" />
      </svg>
      <p className="t13">
        {t("secret")} <Identifier value={secret} />
      </p>
      <Field label={t("code")} hint={t("enrolHint")} required>
        <TextInput
          mono
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Button look="primary" size="lg" block type="submit" pending={pending}>
        {t("bind")}
      </Button>
    </Form>
  );
}
