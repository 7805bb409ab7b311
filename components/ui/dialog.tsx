"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A dialog over the page, on the browser's own <dialog>: focus stays inside, Escape closes, focus returns.
 * With `urgent` it is an alert that Escape and the backdrop do not close. Mount it always, open it by `open`.
 */
export function Dialog({
  open,
  onClose,
  title,
  lead,
  icon,
  footer,
  urgent = false,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One quiet line under the title. */
  lead?: ReactNode;
  icon?: ReactNode;
  /** The buttons, the one that goes on last. */
  footer?: ReactNode;
  urgent?: boolean;
  wide?: boolean;
  children?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const leadId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={classNames("dialog", wide && "dialog-wide")}
      role={urgent ? "alertdialog" : undefined}
      aria-labelledby={titleId}
      aria-describedby={lead ? leadId : undefined}
      onCancel={(event) => {
        // React owns whether it is open: the browser only reports the wish.
        event.preventDefault();
        if (!urgent) onClose();
      }}
      onClose={() => open && onClose()}
      onPointerDown={(event) => {
        if (!urgent && event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <>
          <div className="dialog-body">
            <div className="row-t">
              {icon}
              <div className="grow">
                <h2 className="h2" id={titleId}>
                  {title}
                </h2>
                {lead ? (
                  <div className="mut t13" id={leadId}>
                    {lead}
                  </div>
                ) : null}
              </div>
            </div>
            {children}
          </div>
          {footer ? <div className="dialog-foot">{footer}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}
