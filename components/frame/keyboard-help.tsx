"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { isTyping } from "@/components/ui/row-keys";
import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const groups = {
  everywhere: [
    [["Ctrl", "K"], "search"],
    [["/"], "filter"],
    [["Ctrl", "↵"], "send"],
    [["Esc"], "close"],
    [["?"], "help"],
  ],
  list: [
    [["j", "k"], "next"],
    [["Enter"], "open"],
    [["e"], "answer"],
    [["a"], "assign"],
  ],
} as const;

/** The table of keys, opened by `?` or from the account menu. */
export function KeyboardHelp() {
  const t = useTranslations("frame");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="menu-item" onClick={() => setOpen(true)}>
        <Keyboard className="i" aria-hidden />
        <span className="grow">{t("keyboard")}</span>
        <Kbd>?</Kbd>
      </button>
      <Dialog open={open} onClose={close} title={t("keys.title")} footer={<Button onClick={close}>{t("keys.done")}</Button>}>
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group} className="stack-1">
            <h3 className="h3">{t(`keys.${group}`)}</h3>
            <ul className="stack-1">
              {groups[group].map(([keys, does]) => (
                <li key={does} className="row between t13">
                  {t(`keys.${does}`)}
                  <span className="row g1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Dialog>
    </>
  );
}
