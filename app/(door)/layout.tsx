import { PhoneCall } from "@/components/icons/phone-call";
import { ShieldAlert } from "@/components/icons/shield-alert";
import { ShieldCheck } from "@/components/icons/shield-check";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/frame/language-switch";
import { BrowserWords } from "@/components/ui/browser-words";
import { isDemo } from "@/lib/env";
import { getWords } from "@/lib/i18n/words";

/** What stands before the door: who this is, and the form beside it. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getWords("signIn");
  const frame = await getWords("frame");
  return (
    <div className="si">
      <section className="si-plate" aria-label={t("about")}>
        <p className="si-mark">
          <ShieldCheck className="i i-24" aria-hidden />
          {frame("name")}
        </p>
        <div className="si-mid">
          <p className="si-lead">{t("lead")}</p>
          <p className="si-sub wide">{t("sub")}</p>
        </div>
        <ul className="si-facts wide">
          <li>
            <ShieldAlert className="i" aria-hidden />
            <span>{t("warning")}</span>
          </li>
          <li>
            <PhoneCall className="i" aria-hidden />
            <span>{t("callBack")}</span>
          </li>
        </ul>
      </section>
      <main className="si-main" id="main">
        <div className="si-lang">
          {isDemo() ? <span className="env">{frame("demo")}</span> : null}
          <LanguageSwitch className="btn btn-sm btn-ghost" />
        </div>
        <BrowserWords names={["signIn", "account"]}>{children}</BrowserWords>
        <footer className="si-foot t12 dim">
          <p>{t("recorded")}</p>
        </footer>
      </main>
    </div>
  );
}
