"use client";

import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { codeAction } from "@/lib/access/sign-in-actions";
import { paths } from "@/lib/paths";
import { DoorForm } from "./door-form";
import { SecondFactorField } from "./second-factor-field";
import { useDoor } from "./use-door";

/** Six digits of the authenticator app, or a recovery code. */
export function CodeForm({ to }: { to: string | null }) {
  const t = useTranslations("signIn");
  const [code, setCode] = useState("");
  const { send, problem, attempt, pending } = useDoor(codeAction);
  // words: signIn.problem.*
  return (
    <DoorForm className="si-form" onSubmit={() => send({ code, to })}>
      <div className="stack-1">
        <h1 className="t24 fw6">{t("codeTitle")}</h1>
        <p className="mut">{t("stepTwo")}</p>
      </div>
      <FormProblem problem={problem ? t(`problem.${problem}`) : null} attempt={attempt} />
      <SecondFactorField autoFocus label={t("code")} hint={t("codeHint")} value={code} onChange={setCode} />
      <Button look="primary" size="lg" block type="submit" pending={pending}>
        {t("enter")}
      </Button>
      <Link className="t13" href={paths.signIn}>
        {t("again")}
      </Link>
    </DoorForm>
  );
}
