import { useEffect } from "react";

/** Puts the cursor into the field that the form's key names, without moving the page: what proves the order stays in sight. */
export function useFirstField(formId: string, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const field = document.getElementById(formId)?.querySelector<HTMLInputElement>('[data-key="e"]');
    field?.focus({ preventScroll: true });
    field?.select();
  }, [formId, wanted]);
}
