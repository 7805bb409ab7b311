"use client";

import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";
import { floatBeside } from "./float-beside";

/** Long enough to cross a table of chips without a flicker of cards, in milliseconds. */
const openAfterMs = 250;
const closeAfterMs = 120;

/**
 * An explanation that opens on hover, focus and touch, stays while the pointer is on it, and closes with Escape
 * (WCAG 1.4.13). It lies in the browser's top layer, so no scrolling table cuts it off.
 */
export function HoverCard({
  children,
  content,
  className,
  tip = false,
  label,
}: {
  /** What is explained: words and icons, no control. */
  children: ReactNode;
  content: ReactNode;
  className?: string;
  /** A small tip of a few words instead of a card. */
  tip?: boolean;
  /** Name of the trigger when its content is an icon alone. */
  label?: string;
}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);

  const later = useCallback((next: boolean, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), delay);
  }, []);
  const now = useCallback((next: boolean) => later(next, 0), [later]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const card = box.current;
    if (!open || !card || !trigger.current) return;
    card.showPopover();
    floatBeside(trigger.current, card);
    const close = () => setOpen(false);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && close();
    document.addEventListener("keydown", onKey);
    window.addEventListener("scroll", close, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", close, { capture: true });
    };
  }, [open]);

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event) => event.pointerType === "mouse" && later(true, openAfterMs)}
        onPointerLeave={(event) => event.pointerType === "mouse" && later(false, closeAfterMs)}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && now(true)}
        onBlur={() => now(false)}
        onClick={() => now(true)}
      >
        {children}
      </button>
      {open ? (
        <div
          ref={box}
          id={id}
          role="tooltip"
          popover="manual"
          className={classNames("pop", tip && "pop-tip")}
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={() => later(false, closeAfterMs)}
        >
          {content}
        </div>
      ) : null}
    </>
  );
}
