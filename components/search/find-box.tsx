"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { SearchSubject } from "@/lib/search/schema";
import { SearchForm } from "./search-form";

/** The search of one list. What is typed goes by server action, never into the address. */
export function FindBox({ subject }: { subject: SearchSubject }) {
  const t = useTranslations("search");
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button type="button" className="find" ref={button} onClick={() => setOpen(true)}>
        <Search className="i" aria-hidden />
        <span className="grow trunc">{t("inList")}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} wide>
        <SearchForm subject={subject} onOpen={() => setOpen(false)} autoFocus />
      </Dialog>
    </>
  );
}
