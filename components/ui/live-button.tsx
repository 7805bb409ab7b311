"use client";

import { createContext, use, type ComponentProps } from "react";
import { useInBrowser } from "./use-in-browser";

/** True inside a form that the portal's own script sends (`Form`). */
export const SentByScript = createContext(false);

/**
 * A button of any look whose press is the script's: closed until that runs, so that no press is lost unsaid. It looks as it will
 * (`data-waits` in the styles); whoever presses with a program waits with it. A submit button outside `Form` is the browser's own.
 */
export function LiveButton({ disabled, type = "button", ...rest }: ComponentProps<"button">) {
  const isSent = use(SentByScript);
  const runs = useInBrowser();
  const waits = !runs && !disabled && (isSent || type !== "submit" || Boolean(rest.onClick ?? rest.form));
  return <button {...rest} type={type} disabled={disabled || waits} data-waits={waits ? "" : undefined} />;
}
