"use client";

import { Check } from "@/components/icons/check";
import { Copy } from "@/components/icons/copy";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "./class-names";

/** `1088 7420 5561`: groups of four from the left. What holds anything but letters and digits is left as it is. */
export function groupIdentifier(value: string): string {
  return /^[0-9A-Z]{7,}$/i.test(value) ? value.replace(/(.{4})(?=.)/g, "$1 ") : value;
}

/** An account, a telephone number, a code: monospaced, in groups, copied with one press without the blanks. */
export function Identifier({ copy = false, ...shown }: Shown & { copy?: boolean }) {
  // Fifty rows show theirs without a button: those ask for no words and keep no state.
  return copy ? <Copied {...shown} /> : <Plain {...shown} />;
}

type Shown = {
  /** What is copied. */
  value: string;
  /** What is shown, when it is not the value in groups of four (a masked value, a telephone number). */
  display?: string;
  className?: string;
};

const Plain = ({ value, display, className }: Shown) => (
  <span className={classNames("id", className)}>{display ?? groupIdentifier(value)}</span>
);

function Copied({ value, display, className }: Shown) {
  const t = useTranslations("ui.identifier");
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);

  const Icon = done ? Check : Copy;
  return (
    <span className={classNames("idc", className)}>
      <Plain value={value} display={display} />
      <button
        type="button"
        className="copy"
        data-done={done}
        aria-label={t("copy", { value: display ?? groupIdentifier(value) })}
        title={t("copyShort")}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          navigator.clipboard.writeText(value).then(
            () => setDone(true),
            () => setDone(false),
          );
        }}
      >
        <Icon className="i i-14" aria-hidden />
      </button>
      <span className="vh" role="status">
        {done ? t("copied") : ""}
      </span>
    </span>
  );
}
