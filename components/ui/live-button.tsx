"use client";

import { createContext, use, type ComponentProps } from "react";
import { useInBrowser } from "./use-in-browser";

/** True inside a form that the portal's own script sends (`Form`). */
export const SentByScript = createContext(false);

type Closed = { disabled: boolean | undefined; "data-waits": "" | undefined };

/**
 * What closes a control whose press is the script's until that runs, so that no press is lost unsaid: a button, a box to tick.
 * It looks as it will (`data-waits` in the styles). `isScripts`: somebody of the script listens to it.
 */
export function useClosed(isScripts: boolean, disabled: boolean | undefined): Closed {
  const waits = !useInBrowser() && isScripts && !disabled;
  return { disabled: disabled || waits, "data-waits": waits ? "" : undefined };
}

/**
 * A button of any look whose press is the script's, and closed until that runs; whoever presses with a program waits with it.
 * A submit button outside `Form` is the browser's own.
 */
export function LiveButton({ disabled, type = "button", ...rest }: ComponentProps<"button">) {
  const isSent = use(SentByScript);
  const closed = useClosed(isSent || type !== "submit" || Boolean(rest.onClick ?? rest.form), disabled);
  return <button {...rest} {...closed} type={type} />;
}
