"use client";

import { Menu } from "@/components/ui/menu";
import { ServerClock } from "@/components/ui/server-clock";
import { Toasts } from "@/components/ui/toast";
import type { Density, Theme } from "@/lib/i18n/preferences";
import { ChevronsUpDown } from "@/components/icons/chevrons-up-down";
import { ShieldCheck } from "@/components/icons/shield-check";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { KeyboardHelp } from "./keyboard-help";
import { LanguageSwitch } from "./language-switch";
import { NoticeBell } from "./notice-bell";
import { OfflineBanner } from "./offline-banner";
import { Rail, type NavItem } from "./rail";
import { SearchTrigger } from "./search-trigger";
import type { SessionKeeper } from "./session-warning";
import { SessionWatch } from "./session-watch";

export type AppFrameProps = {
  person: { name: string };
  acting: { orgName: string; role: string };
  /** What opens under "acting as": forms or links, one per capacity. None, when there is only one. */
  actingMenu?: ReactNode;
  nav: readonly NavItem[];
  demo: boolean;
  /** The bell; without it there is none. */
  notices?: { href: string; unread: number };
  homeHref?: string;
  /** The keys of lists that this person has, for the table of keys. */
  ownKeys: readonly ("answer" | "assign")[];
  /** Where one looks up; without it there is neither the box nor its keys. */
  searchHref?: string;
  /** Search and commands, shown in a dialog by Ctrl K; without it Ctrl K goes to `searchHref`. */
  palette?: ReactNode;
  accountHref: string;
  helpHref?: string;
  /** One short line in the top bar, such as who is on duty. */
  topNote?: ReactNode;
  /** Server action. */
  signOut: () => Promise<void>;
  session: SessionKeeper;
  /** The server's instant, ISO, UTC. */
  now: string;
  theme: Theme;
  density: Density;
  children: ReactNode;
};

/**
 * The frame around every page of a signed-in person. A page sends what stands in it, a dozen texts, and not its elements: those
 * would be written twice, once as data and once as HTML.
 */
export function AppFrame(props: AppFrameProps) {
  const { person, acting, notices } = props;
  const t = useTranslations("frame");
  return (
    <ServerClock now={props.now}>
      <Toasts>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        <div className="app">
          <header className="head">
            <Link className="plate" href={props.homeHref ?? "/"} aria-label={t("home")}>
              <span>
                <ShieldCheck className="i" aria-hidden />
                {t("name")}
              </span>
            </Link>
            <div className="top">
              <Acting acting={acting} menu={props.actingMenu} />
              {props.demo ? <span className="env wide">{t("demo")}</span> : null}
              <span className="push" />
              {props.topNote ? <span className="row t13 mut wide">{props.topNote}</span> : null}
              {props.topNote ? <span className="sep wide" /> : null}
              {props.searchHref ? <SearchTrigger href={props.searchHref} palette={props.palette} /> : null}
              {notices ? <NoticeBell {...notices} /> : null}
              <LanguageSwitch className="iconbtn wide t12 fw6" />
              <AccountMenu
                name={person.name}
                detail={`${acting.orgName} · ${acting.role}`}
                accountHref={props.accountHref}
                signOut={props.signOut}
                place={props.nav.length === 1 ? props.nav[0] : undefined}
                theme={props.theme}
                density={props.density}
              />
            </div>
          </header>
          <Rail items={props.nav} helpHref={props.helpHref} />
          <main className="main" id="main" tabIndex={-1}>
            <OfflineBanner />
            {props.children}
          </main>
        </div>
        <KeyboardHelp
          own={[...(props.searchHref === undefined ? [] : (["search"] as const)), ...props.ownKeys]}
        />
        <SessionWatch {...props.session} signOut={props.signOut} />
      </Toasts>
    </ServerClock>
  );
}

function Acting({ acting, menu }: { acting: AppFrameProps["acting"]; menu?: ReactNode }) {
  const t = useTranslations("frame");
  const words = (
    <>
      <span className="trunc">{acting.orgName}</span>
      <span className="role wide">{acting.role}</span>
    </>
  );
  if (!menu) {
    return (
      <span className="acting">
        <span className="vh">{t("actingTitle")}</span>
        {words}
      </span>
    );
  }
  return (
    <Menu
      label={t("actingTitle")}
      named
      className="acting"
      align="start"
      trigger={
        <>
          <span className="vh">{t("actingTitle")}</span>
          {words}
          <ChevronsUpDown className="i i-14" aria-hidden />
        </>
      }
    >
      <div className="menu-part">
        <span className="t12 mut">{t("actingTitle")}</span>
      </div>
      {menu}
    </Menu>
  );
}
