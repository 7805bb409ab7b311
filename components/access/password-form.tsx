"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { LiveButton } from "@/components/ui/live-button";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { passwordAction } from "@/lib/access/sign-in-actions";
import { DoorForm } from "./door-form";
import { justInvited, rememberInvited } from "./just-invited";
import { useDoor } from "./use-door";

/** E-mail and password. `to` is where somebody was before the session ended. */
export function PasswordForm({ to }: { to: string | null }) {
  const t = useTranslations("signIn");
  const [invited] = useState(justInvited);
  const [email, setEmail] = useState(invited ?? "");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const { send, problem, attempt, pending } = useDoor(async (input: { email: string; password: string }) => {
    const result = await passwordAction(input);
    return result.ok && to ? { ...result, next: `${result.next}?to=${encodeURIComponent(to)}` } : result;
  });
  useEffect(() => () => rememberInvited(null), []);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const submit = () => {
    const empty = { email: !email.trim(), password: !password };
    setMissing(empty);
    if (!empty.email && !empty.password) void send({ email, password });
  };
  // words: signIn.problem.*
  return (
    <DoorForm className="si-form" onSubmit={submit}>
      <div className="stack-1">
        <h1 className="t24 fw6">{t("title")}</h1>
        <p className="mut">{t("stepOne")}</p>
      </div>
      {invited ? (
        <Note tone="green" announce>
          {t("invitation.done")}
        </Note>
      ) : null}
      <FormProblem problem={problem ? t(`problem.${problem}`) : null} attempt={attempt} />
      <Field label={t("email")} error={missing.email ? t("errors.email") : null} required>
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          autoFocus={invited === null}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field
        label={t("password")}
        hint={t("passwordHint")}
        error={missing.password ? t("errors.password") : null}
        required
      >
        <TextInput
          type={shown ? "text" : "password"}
          name="password"
          autoComplete="current-password"
          autoFocus={invited !== null}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <LiveButton className="linkbtn t13" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t("hide") : t("show")}
      </LiveButton>
      <Button look="primary" size="lg" block type="submit" pending={pending}>
        {t("continue")}
      </Button>
      <p className="t13 mut">{t("help")}</p>
    </DoorForm>
  );
}
