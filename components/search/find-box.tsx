"use client";

import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { LazyScreen } from "@/components/ui/lazy-screen";
import { LiveButton } from "@/components/ui/live-button";
import type { SearchSubject } from "@/lib/search/schema";

const load = () => import("./search-form").then(({ SearchForm }) => SearchForm);

/** The search of one list. What is typed goes by server action, never into the address. */
export function FindBox({ subject }: { subject: SearchSubject }) {
  const t = useTranslations("search");
  const [open, setOpen] = useState(false);
  return (
    <>
      <LiveButton className="find" onClick={() => setOpen(true)}>
        <Search className="i" aria-hidden />
        <span className="grow trunc">{t("inList")}</span>
      </LiveButton>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} wide>
        <LazyScreen load={load} subject={subject} onOpen={() => setOpen(false)} autoFocus />
      </Dialog>
    </>
  );
}
