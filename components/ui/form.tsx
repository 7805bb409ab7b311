"use client";

import type { ComponentProps, FormEvent } from "react";
import { SentByScript } from "./live-button";
import { useInBrowser } from "./use-in-browser";

/**
 * A form that the script sends. Its fields and buttons are closed until that runs: what was typed before would be mixed with what
 * the form proposes. `fieldsOpen` closes the buttons alone, where the browser itself puts the focus and fills in. Were it ever
 * posted plainly, nothing typed would stand in an address. Filters and whatever else works without a script stay a plain `<form>`.
 */
export function Form({
  className = "stack-3",
  fieldsOpen = false,
  onSubmit,
  children,
  ...rest
}: Omit<ComponentProps<"form">, "method" | "action" | "noValidate" | "onSubmit"> & {
  fieldsOpen?: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown;
}) {
  const waits = !useInBrowser();
  return (
    <form
      {...rest}
      method="post"
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(event);
      }}
    >
      <SentByScript value={true}>
        {fieldsOpen ? (
          children
        ) : (
          <fieldset role="none" className="contents" disabled={waits} data-waits={waits ? "" : undefined}>
            {children}
          </fieldset>
        )}
      </SentByScript>
    </form>
  );
}
