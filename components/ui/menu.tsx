"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names";
import { floatBeside } from "./float-beside";
import { useInBrowser } from "./use-in-browser";

/** Where each key leads from the choice at `here` (-1: none yet) of `count`; past an end it begins again at the other. */
const steps: Record<string, (here: number, count: number) => number> = {
  ArrowDown: (here) => here + 1,
  ArrowUp: (here) => (here < 0 ? -1 : here - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};
const linksAndButtons = (panel: Element) =>
  [...panel.querySelectorAll<HTMLElement>("a[href], button:not(:disabled)")].filter(
    (choice) => !choice.closest("[data-stay]"),
  );
const choicesOf = (panel: Element) => linksAndButtons(panel).filter((choice) => choice.checkVisibility());
/** A field has a use of its own for these keys. */
const isField = (target: EventTarget) =>
  target instanceof Element && target.matches("input, select, textarea");

/**
 * A button that opens a small panel under itself: links, buttons, a few choices. The browser closes it on Escape and
 * on a press outside; pressing a link or a button inside closes it too, unless that element says `data-stay`. Open, it has the
 * keyboard: its first choice takes the focus, arrows move from choice to choice, Escape goes back to where one was.
 */
export function Menu({
  label,
  named = false,
  trigger,
  className = "iconbtn",
  align = "end",
  panelClassName,
  children,
}: {
  /** The name of the panel, and of the trigger unless `named` says that its own words name it. */
  label: string;
  named?: boolean;
  trigger: ReactNode;
  className?: string;
  align?: "start" | "end";
  panelClassName?: string;
  children: ReactNode;
}) {
  const id = useId();
  // What lies in a closed panel is no part of the page that the server writes.
  const isReady = useInBrowser();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const onToggle = (event: ToggleEvent) => {
      const isOpen = event.newState === "open";
      setOpen(isOpen);
      if (isOpen && button.current) floatBeside(button.current, element, align);
    };
    // The browser itself puts the focus on the first of these that can be seen, before it takes another key.
    const beforeToggle = () =>
      linksAndButtons(element).forEach((choice) => choice.setAttribute("autofocus", ""));
    element.addEventListener("beforetoggle", beforeToggle);
    element.addEventListener("toggle", onToggle as EventListener);
    return () => {
      element.removeEventListener("beforetoggle", beforeToggle);
      element.removeEventListener("toggle", onToggle as EventListener);
    };
  }, [align]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!panel.current?.matches(":popover-open") || !(event.key in steps) || isField(event.target)) return;
    const choices = choicesOf(panel.current);
    const here = choices.findIndex((choice) => choice === document.activeElement);
    const to = steps[event.key]!(here, choices.length);
    event.preventDefault();
    choices[(to + choices.length) % choices.length]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={named ? undefined : label}
        title={label}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        onKeyDown={onKeyDown}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={classNames("pop menu", panelClassName)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest("a, button") : null;
          if (pressed && !pressed.closest("[data-stay]")) panel.current?.hidePopover();
        }}
      >
        {isReady ? children : null}
      </div>
    </>
  );
}
