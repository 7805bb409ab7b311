"use client";

import { parseAmount } from "@/lib/money/amount";
import { formatVnd, vndParts } from "@/lib/money/format-vnd";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { TextInput } from "./text-input";
import { typeInto } from "./typed-value";

/** Digits and dots say themselves; anything shorter to write is read back before it is sent. */
function readingOf(text: string): string | null {
  if (/^[\d.\s]*$/.test(text)) return null;
  const amount = parseAmount(text);
  return amount.ok ? formatVnd(amount.value) : null;
}

/**
 * An amount in đồng, written as people write it: `1.234.567đ`, `1,2 tỷ`, `50tr`. While typing it is read back over what stands below,
 * so that nothing moves away under the next press;
 * when the field is left it becomes `1.200.000.000`. The field's value is that text: the schema reads it with
 * `parseAmount`, whose refusal is the field's error.
 */
export function MoneyInput({ onBlur, onInput, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("ui.money");
  const [reading, setReading] = useState<string | null>(null);
  return (
    <span className="money-field">
      <TextInput
        {...rest}
        number
        autoComplete="off"
        after={vndParts(0n).currency}
        onInput={(event) => {
          setReading(readingOf(event.currentTarget.value));
          onInput?.(event);
        }}
        onBlur={(event) => {
          const amount = parseAmount(event.currentTarget.value);
          if (amount.ok) typeInto(event.currentTarget, vndParts(amount.value).digits);
          onBlur?.(event);
        }}
      />
      <span className="money-reading" aria-live="polite">
        {reading ? t("readAs", { amount: reading }) : ""}
      </span>
    </span>
  );
}
