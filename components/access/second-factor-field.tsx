"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field";
import { LiveButton } from "@/components/ui/live-button";
import { TextInput } from "@/components/ui/text-input";
import { DemoCode } from "./demo-code";
import { useInDemo } from "./in-demo";

/**
 * Where a second factor is asked for: six digits, or by a press a recovery code, whose letters a telephone's pad of digits
 * cannot type. In the demonstration the code of the moment stands below for whoever is signed in.
 */
export function SecondFactorField({
  label,
  hint,
  error,
  value,
  onChange,
  autoFocus,
  className,
}: {
  label: string;
  hint?: string;
  error?: ReactNode;
  value: string;
  onChange: (code: string) => void;
  autoFocus?: boolean;
  className?: string;
}) {
  const t = useTranslations("frame.factor");
  const inDemo = useInDemo();
  const [isRecovery, setRecovery] = useState(false);
  const kind = isRecovery
    ? ({ inputMode: "text", autoComplete: "off", autoCapitalize: "none" } as const)
    : ({ inputMode: "numeric", autoComplete: "one-time-code" } as const);
  return (
    <div className="stack-1">
      <Field
        label={isRecovery ? t("recovery") : label}
        hint={isRecovery ? t("recoveryHint") : hint}
        error={error}
        required
      >
        <TextInput
          {...kind}
          mono
          name="code"
          maxLength={12}
          spellCheck={false}
          autoFocus={autoFocus}
          className={className}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {inDemo && !isRecovery ? <DemoCode onUse={onChange} /> : null}
      <LiveButton
        className="linkbtn t13 justify-self-start"
        onClick={() => {
          setRecovery(!isRecovery);
          onChange("");
        }}
      >
        {isRecovery ? t("useDigits") : t("useRecovery")}
      </LiveButton>
    </div>
  );
}
