import { Menu } from "@/components/ui/menu";
import type { Density, Theme } from "@/lib/i18n/preferences";
import { LogOut } from "@/components/icons/log-out";
import { UserRound } from "@/components/icons/user-round";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Appearance } from "./appearance";
import { initialsOf } from "./initials";
import { KeyboardHelpEntry } from "./keyboard-help";
import { LanguageSwitch } from "./language-switch";
import { PlaceIcon } from "./place-icon";
import type { NavItem } from "./rail";
import { SignOutForm } from "./sign-out-form";

/** Who I am, how the portal looks to me, and the way out. */
export function AccountMenu({
  name,
  detail,
  accountHref,
  place,
  signOut,
  theme,
  density,
}: {
  name: string;
  detail: string;
  accountHref: string;
  /** The only place of one's role, which has no bar on a phone. */
  place?: NavItem;
  /** A server action. */
  signOut: () => Promise<void>;
  theme: Theme;
  density: Density;
}) {
  const t = useTranslations("frame");
  const initials = initialsOf(name);
  return (
    <Menu label={t("account", { initials })} trigger={<span className="avatar">{initials}</span>}>
      <div className="menu-part">
        <span className="fw6">{name}</span>
        <span className="t12 mut">{detail}</span>
      </div>
      <div data-stay="">
        <Appearance theme={theme} density={density} />
      </div>
      <div className="menu-line">
        <div className="narrow">
          {place ? (
            <Link href={place.href} className="menu-item">
              <PlaceIcon code={place.code} />
              {place.label}
            </Link>
          ) : null}
          <LanguageSwitch className="menu-item" />
        </div>
        <Link href={accountHref} className="menu-item">
          <UserRound className="i" aria-hidden />
          {t("accountPage")}
        </Link>
        <KeyboardHelpEntry />
        <SignOutForm signOut={signOut}>
          <button type="submit" className="menu-item">
            <LogOut className="i" aria-hidden />
            {t("signOut")}
          </button>
        </SignOutForm>
      </div>
    </Menu>
  );
}
