"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";
import { floatBeside } from "./float-beside";

/**
 * A button that opens a small panel under itself: links, buttons, a few choices. The browser closes it on Escape and
 * on a press outside; pressing a link or a button inside closes it too, unless that element says `data-stay`.
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
    element.addEventListener("toggle", onToggle as EventListener);
    return () => element.removeEventListener("toggle", onToggle as EventListener);
  }, [align]);

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
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest("a, button") : null;
          if (pressed && !pressed.closest("[data-stay]")) panel.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
