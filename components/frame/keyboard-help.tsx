"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { LazyScreen } from "@/components/ui/lazy-screen";
import { LiveButton } from "@/components/ui/live-button";
import { isTyping } from "@/components/ui/row-keys";
import { Keyboard } from "@/components/icons/keyboard";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { OwnKey } from "./keyboard-sheet";
import { usePageKeys } from "./page-keys";

/** The menu entry lies in a closed menu, where a dialog cannot show, so it calls the dialog of the frame. */
const wish = "keyboard-help";

const load = () => import("./keyboard-sheet").then(({ KeyboardSheet }) => KeyboardSheet);

/** The entry in the account menu. */
export function KeyboardHelpEntry() {
  const t = useTranslations("frame");
  return (
    <LiveButton className="menu-item" onClick={() => document.dispatchEvent(new Event(wish))}>
      <Keyboard className="i" aria-hidden />
      <span className="grow">{t("keyboard")}</span>
      <Kbd>?</Kbd>
    </LiveButton>
  );
}

/** The table of keys, opened by `?` or from the account menu. Once, in the frame. `own`: the keys that not everybody has. */
export function KeyboardHelp({ own }: { own: readonly OwnKey[] }) {
  const t = useTranslations("frame");
  const [open, setOpen] = useState(false);
  usePageKeys();
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) show();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener(wish, show);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener(wish, show);
    };
  }, []);
  const close = () => setOpen(false);
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t("keyboard")}
      footer={<Button onClick={close}>{t("keys.done")}</Button>}
    >
      <LazyScreen load={load} own={own} />
    </Dialog>
  );
}
