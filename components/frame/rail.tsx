"use client";

import { Count, type Tone } from "@/components/ui/badge";
import { Menu } from "@/components/ui/menu";
import { CircleHelp } from "@/components/icons/circle-help";
import { Ellipsis } from "@/components/icons/ellipsis";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import type { Place } from "@/lib/access/navigation";
import { PlaceIcon } from "./place-icon";

export type NavItem = {
  href: string;
  /** Another address that is reached from here and belongs to no item of its own. */
  covers?: string;
  label: string;
  code: Place["code"];
  /** How many wait there; none is not shown. */
  count?: number;
  tone?: Tone;
};

/** A phone's bottom bar has room for five. */
const places = 5;

function isHere(path: string, item: NavItem, items: readonly NavItem[]): boolean {
  const fits = (href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
  // "/requests/mine" belongs to the longer of "/requests" and "/requests/mine".
  if (item.covers && fits(item.covers)) return !items.some(({ href }) => fits(href));
  return fits(item.href) && !items.some((other) => other.href.length > item.href.length && fits(other.href));
}

/** The navigation of one's own role: a rail with words under icons, a bottom bar on a phone when there is a choice. */
export function Rail({ items, helpHref }: { items: readonly NavItem[]; helpHref?: string }) {
  const t = useTranslations("frame");
  const path = usePathname();
  const folded = items.length > places ? items.slice(places - 1) : [];
  const link = (item: NavItem, className?: string) => (
    <Link
      key={item.href}
      href={item.href}
      className={className}
      aria-current={isHere(path, item, items) ? "page" : undefined}
    >
      <PlaceIcon code={item.code} />
      <span>{item.label}</span>
      {item.count ? <Count value={item.count} tone={item.tone} /> : null}
    </Link>
  );
  return (
    <nav className={items.length > 1 ? "rail" : "rail wide"} aria-label={t("nav")}>
      <div className="rail-in">
        {items.map((item) => link(item, folded.includes(item) ? "wide" : undefined))}
        {folded.length > 0 ? (
          <Menu
            label={t("more")}
            className="rail-more narrow"
            panelClassName="rail-sheet"
            trigger={
              <>
                <Ellipsis className="i" aria-hidden />
                <span>{t("more")}</span>
              </>
            }
          >
            {folded.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                className="menu-item"
                aria-current={isHere(path, item, items) ? "page" : undefined}
              >
                <PlaceIcon code={item.code} />
                <span className="grow">{item.label}</span>
                {item.count ? <Count value={item.count} tone={item.tone} /> : null}
              </Link>
            ))}
          </Menu>
        ) : null}
        {helpHref ? (
          <Link className="foot wide" href={helpHref} aria-current={path === helpHref ? "page" : undefined}>
            <CircleHelp className="i" aria-hidden />
            <span>{t("help")}</span>
          </Link>
        ) : null}
      </div>
    </nav>
  );
}
