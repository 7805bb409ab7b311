import { useEffect } from "react";
import { useInBrowser } from "@/components/ui/use-in-browser";

/** Puts the cursor into the field that the form's key names, and no further into sight than it takes: what proves the order stays there. */
export function useFirstField(formId: string, wanted: boolean): void {
  const isOpen = useInBrowser(); // the fields of a form open with the script
  useEffect(() => {
    if (!wanted || !isOpen) return;
    const field = document.getElementById(formId)?.querySelector<HTMLInputElement>('[data-key="e"]');
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "nearest" });
    field?.select();
  }, [formId, wanted, isOpen]);
}
