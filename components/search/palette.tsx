"use client";

import { FilePlus2, FolderOpen, LayoutList, Search, Send } from "lucide-react";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { SearchForm } from "./search-form";

export type PaletteCommand = "desk" | "cases" | "newCase" | "requests" | "search";

const icons = { desk: LayoutList, cases: FolderOpen, newCase: FilePlus2, requests: Send, search: Search };
const targets: Record<PaletteCommand, string> = {
  desk: paths.home,
  cases: paths.cases,
  newCase: paths.newCase,
  requests: paths.requests,
  search: paths.search,
};

/**
 * What Ctrl K opens: look-up first, then where one may go. The frame shows it in its own dialog; the page reload of a link
 * closes it. `commands` are those of one's role.
 */
export function Palette({ commands }: { commands: readonly PaletteCommand[] }) {
  const t = useTranslations();
  const labels: Record<PaletteCommand, string> = {
    desk: t("desk.title"),
    cases: t("cases.title"),
    newCase: t("cases.new"),
    requests: t("requests.title"),
    search: t("search.openAll"),
  };
  return (
    <SearchForm
      autoFocus
      onOpen={closeDialog}
      before={
        <nav aria-label={t("search.commands")} className="stack-1">
          <p className="t12 mut">{t("search.commands")}</p>
          {commands.map((command) => {
            const Icon = icons[command];
            return (
              <Link key={command} href={targets[command]} className="menu-item" onClick={closeDialog}>
                <Icon className="i" aria-hidden />
                <span className="grow">{labels[command]}</span>
              </Link>
            );
          })}
        </nav>
      }
    />
  );
}

/** The frame's dialog listens to the browser's own cancel. */
function closeDialog(): void {
  document
    .querySelector<HTMLDialogElement>("dialog[open]")
    ?.dispatchEvent(new Event("cancel", { cancelable: true }));
}
