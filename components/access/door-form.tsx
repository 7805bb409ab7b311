"use client";

import { useEffect, useRef, type ComponentProps } from "react";
import { Form } from "@/components/ui/form";
import { typeInto } from "@/components/ui/typed-value";

/**
 * A form whose fields stand open before the script runs, because the browser fills them in: what was typed or filled in by then is
 * told to the script as if it were typed now. Untold, the first sign that follows would wipe it.
 */
export function DoorForm(props: Omit<ComponentProps<typeof Form>, "fieldsOpen" | "ref">) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (!(field instanceof HTMLInputElement) || field.value === field.defaultValue) continue;
      const typed = field.value;
      field.value = ""; // React has taken note of what stood there, and would take it for old
      typeInto(field, typed);
    }
  }, []);
  return <Form {...props} ref={form} fieldsOpen />;
}
