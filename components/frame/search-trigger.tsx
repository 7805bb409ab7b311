"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { LiveButton } from "@/components/ui/live-button";
import { isTyping } from "@/components/ui/row-keys";
import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { listFilter } from "./page-keys";

/**
 * The search box in the top bar, for whoever may search. Ctrl K opens it from anywhere, `/` where the page has no list to
 * filter. With `palette` it opens in a dialog, else at `href`.
 */
export function SearchTrigger({ href, palette }: { href: string; palette?: ReactNode }) {
  const t = useTranslations("frame");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const search = useCallback(() => {
    if (palette) setOpen(true);
    else router.push(href);
  }, [palette, href, router]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        search();
      } else if (event.key === "/" && !isTyping(event) && !listFilter()) {
        event.preventDefault();
        search();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [search]);

  return (
    <>
      <LiveButton className="find wide" onClick={search}>
        <Search className="i" aria-hidden />
        <span className="grow trunc">{t("search")}</span>
        <Kbd>Ctrl K</Kbd>
      </LiveButton>
      <LiveButton className="iconbtn narrow" aria-label={t("searchShort")} onClick={search}>
        <Search className="i i-20" aria-hidden />
      </LiveButton>
      {palette ? (
        <Dialog open={open} onClose={() => setOpen(false)} title={t("searchShort")} wide>
          {palette}
        </Dialog>
      ) : null}
    </>
  );
}
