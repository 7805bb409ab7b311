"use client";

import { useTranslations } from "next-intl";
import { Printer } from "@/components/icons/printer";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print. */
export function PrintButton({ size }: { size?: "sm" }) {
  const t = useTranslations("ui");
  return (
    <Button size={size} icon={<Printer className="i" aria-hidden />} onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
