"use client";

import { useEffect } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";

/**
 * For a form without a resolver: errors are put in by hand there, so nobody else takes one away when its field is corrected.
 * `behind` names the errors that a change of a field takes away.
 */
export function useClearedErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  behind: (name: string) => string[],
): void {
  useEffect(() => {
    const subscription = form.watch((_, { name }) => {
      const gone = (name ? (behind(name) as Path<Values>[]) : []).filter(
        (path) => form.getFieldState(path).error !== undefined,
      );
      if (gone.length > 0) form.clearErrors(gone);
    });
    return () => subscription.unsubscribe();
  }, [form, behind]);
}
