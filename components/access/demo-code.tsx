"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { ownDemoCodeAction } from "@/lib/demo/actions";

/** In the demonstration alone: the code one's telephone would show now, put into the field by a press. A new one comes every 30 s. */
export function DemoCode({ onUse }: { onUse: (code: string) => void }) {
  const t = useTranslations("frame.demoCode");
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const read = async () => {
      const shown = await ownDemoCodeAction().catch(() => null);
      if (isGone) return;
      setCode(shown?.code ?? null);
      if (shown) timer = setTimeout(() => void read(), (shown.seconds + 1) * 1_000);
    };
    void read();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  if (!code) return null;
  return (
    <span className="row g1 wrap t12 mut">
      {t("label")} <span className="id num">{code}</span>
      <LiveButton className="linkbtn t12" onClick={() => onUse(code)}>
        {t("use")}
      </LiveButton>
    </span>
  );
}
