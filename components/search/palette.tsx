"use client";

import { ClipboardPaste } from "@/components/icons/clipboard-paste";
import { FilePlus2 } from "@/components/icons/file-plus-2";
import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { FolderOpen } from "@/components/icons/folder-open";
import { LayoutList } from "@/components/icons/layout-list";
import { PiggyBank } from "@/components/icons/piggy-bank";
import { Search } from "@/components/icons/search";
import { Send } from "@/components/icons/send";
import { Signature } from "@/components/icons/signature";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { isMeant } from "./command-match";
import { SearchForm } from "./search-form";

export type PaletteCommand =
  "desk" | "signing" | "cases" | "newCase" | "statement" | "requests" | "exportRequests" | "holds" | "search";

const icons = {
  desk: LayoutList,
  signing: Signature,
  cases: FolderOpen,
  newCase: FilePlus2,
  statement: ClipboardPaste,
  requests: Send,
  exportRequests: FileSpreadsheet,
  holds: PiggyBank,
  search: Search,
} satisfies Record<PaletteCommand, unknown>;
const targets: Record<PaletteCommand, string> = {
  desk: paths.home,
  signing: paths.signing,
  cases: paths.cases,
  newCase: paths.newCase,
  statement: paths.statement,
  requests: paths.requests,
  exportRequests: paths.requestSheet(""),
  holds: paths.holds,
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
    signing: t("search.goTo.signing"),
    cases: t("cases.title"),
    newCase: t("cases.new"),
    statement: t("search.goTo.statement"),
    requests: t("requests.title"),
    exportRequests: t("search.goTo.exportRequests"),
    holds: t("search.goTo.holds"),
    search: t("search.openAll"),
  };
  return (
    <SearchForm
      autoFocus
      onOpen={closeDialog}
      before={(term) => {
        const meant = commands.filter((command) => isMeant(labels[command], term));
        return meant.length === 0 ? null : (
          <nav aria-label={t("search.commands")} className="stack-1">
            <p className="t12 mut">{t("search.commands")}</p>
            {meant.map((command) => {
              const Icon = icons[command];
              return (
                <Link key={command} href={targets[command]} className="menu-item" onClick={closeDialog}>
                  <Icon className="i" aria-hidden />
                  <span className="grow">{labels[command]}</span>
                </Link>
              );
            })}
          </nav>
        );
      }}
    />
  );
}

/** The frame's dialog listens to the browser's own cancel. */
function closeDialog(): void {
  document
    .querySelector<HTMLDialogElement>("dialog[open]")
    ?.dispatchEvent(new Event("cancel", { cancelable: true }));
}
