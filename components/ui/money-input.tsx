"use client";

import { parseAmount } from "@/lib/money/amount";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd, marks, vndParts } from "@/lib/money/format-vnd";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ComponentProps } from "react";
import { TextInput } from "./text-input";
import { typeInto } from "./typed-value";

/** Digits and the reader's own groups say themselves; anything shorter to write is read back before it is sent. */
function readingOf(text: string, language: Language): string | null {
  if (text.split(marks[language].group).every((part) => /^[\d\s]*$/.test(part))) return null;
  const amount = parseAmount(text);
  return amount.ok ? formatVnd(amount.value, language) : null;
}

/**
 * An amount in đồng, written as people write it: `1.234.567đ`, `1,2 tỷ`, `50tr`. While typing it is read back over what stands below,
 * so that nothing moves away under the next press;
 * when the field is left it becomes `1.200.000.000`, in English `1,200,000,000`. The field's value is that text: the schema reads it
 * with `parseAmount`, whose refusal is the field's error.
 */
export function MoneyInput({ onBlur, onInput, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("ui.money");
  const language = useLocale() as Language;
  const [reading, setReading] = useState<string | null>(null);
  const frame = useRef<HTMLSpanElement>(null);
  // What a form was filled with is written as on papers; the amount is the same, so no form is told of the other marks.
  useEffect(() => {
    const input = frame.current?.querySelector("input");
    if (!input || input === document.activeElement || !/^[\d.,]+$/.test(input.value)) return;
    const amount = parseAmount(input.value);
    if (amount.ok) input.value = vndParts(amount.value, language).digits;
  }, [language]);
  return (
    <span className="money-field" ref={frame}>
      <TextInput
        {...rest}
        number
        autoComplete="off"
        after={vndParts(0n).currency}
        onInput={(event) => {
          setReading(readingOf(event.currentTarget.value, language));
          onInput?.(event);
        }}
        onBlur={(event) => {
          const amount = parseAmount(event.currentTarget.value);
          if (amount.ok) typeInto(event.currentTarget, vndParts(amount.value, language).digits);
          onBlur?.(event);
        }}
      />
      <span className="money-reading" aria-live="polite">
        {reading ? t("readAs", { amount: reading }) : ""}
      </span>
    </span>
  );
}
