"use client";

import { formatDate, formatDateTime, formatTime, parseLocalDateTime } from "@/lib/i18n/local-time";
import { CalendarDays } from "@/components/icons/calendar-days";
import { useTranslations } from "next-intl";
import { useRef, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";
import { typeInto } from "./typed-value";

/** `2026-11-26T17:00` as the browser's own picker says it, to `26/11/2026 17:00`. */
function fromPicker(value: string): string {
  const [date = "", time] = value.split("T");
  const day = date.split("-").reverse().join("/");
  return time ? `${day} ${time.slice(0, 5)}` : day;
}

function toPicker(instant: Date, withTime: boolean): string {
  const day = formatDate(instant).split("/").reverse().join("-");
  return withTime ? `${day}T${formatDateTime(instant).slice(11)}` : day;
}

/**
 * An instant in Viet Nam time, written `dd/MM/yyyy HH:mm`, or chosen from the browser's calendar. The value of the
 * field is that text; read it with `read`. Short ways of writing are completed when the field is left. With `withTime="optional"`
 * it is a day, and an hour stays only where one was typed.
 */
export function DateTimeInput({
  withTime = true,
  read = parseLocalDateTime,
  className,
  onBlur,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  withTime?: boolean | "optional";
  read?: (typed: string) => Date | null;
}) {
  const t = useTranslations("ui.dateTime");
  const picksTime = withTime === true;
  const field = useFieldProps(rest);
  const box = useRef<HTMLSpanElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const written = () => box.current?.querySelector<HTMLInputElement>("input[data-written]") ?? null;

  const writesTime = (instant: Date) =>
    picksTime || (withTime === "optional" && formatTime(instant) !== "00:00");

  function openPicker(): void {
    const instant = read(written()?.value ?? "");
    if (!picker.current) return;
    if (instant) picker.current.value = toPicker(instant, picksTime);
    picker.current.showPicker();
  }

  return (
    <span className="affix" ref={box}>
      <input
        {...rest}
        {...field}
        data-written=""
        type="text"
        inputMode="text"
        autoComplete="off"
        placeholder={rest.placeholder ?? t(picksTime ? "pattern" : "patternDate")}
        className={classNames("input num", className)}
        onBlur={(event) => {
          const instant = read(event.currentTarget.value);
          if (instant)
            typeInto(
              event.currentTarget,
              writesTime(instant) ? formatDateTime(instant) : formatDate(instant),
            );
          onBlur?.(event);
        }}
      />
      <button
        type="button"
        className="btn btn-sm btn-icon btn-ghost affix-btn"
        aria-label={t(picksTime ? "open" : "openDate")}
        title={t(picksTime ? "open" : "openDate")}
        onClick={openPicker}
      >
        <CalendarDays className="i" aria-hidden />
      </button>
      <input
        ref={picker}
        className="picker"
        type={picksTime ? "datetime-local" : "date"}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const input = written();
          if (input && event.target.value) typeInto(input, fromPicker(event.target.value));
        }}
      />
    </span>
  );
}
