import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Live } from "@/components/notices/live";
import { AppealActs } from "@/components/release/appeal-acts";
import { AppealClock, AppealStatusBadge } from "@/components/release/appeal-status";
import { AppealView } from "@/components/release/appeal-view";
import { BrowserWords } from "@/components/ui/browser-words";
import { Link } from "@/components/ui/link";
import { Identifier } from "@/components/ui/identifier";
import { requireAppealSide } from "@/lib/access/require-money-side";
import { paths } from "@/lib/paths";
import { getAppeal } from "@/lib/release/appeal-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("title") };
}

/** One appeal: what it is, how long is left, what can be done now. */
export default async function AppealPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requireAppealSide();
  const { id } = await params;
  const appeal = z.uuid().safeParse(id).success ? await getAppeal(actor, id) : null;
  if (!appeal) notFound();
  const t = await getTranslations("appeals");
  const rule = appeal.policy
    ? {
        text: appeal.policy.verify
          ? `${appeal.policy.text} (${t("detail.verify")})`
          : `${t("detail.clock")}: ${appeal.policy.text}`,
      }
    : undefined;
  return (
    <BrowserWords
      names={[
        "appeals",
        "release",
        "requests.status",
        "kinds",
        "files",
        "events",
        "outcomes",
        "cases.status",
        "errors",
        "notices",
      ]}
    >
      <Live />
      <header className="cs-head">
        <nav className="t13 mut crumbs">
          <Link href={paths.appeals}>{t("title")}</Link> / <span className="num">{appeal.code}</span>
        </nav>
        <h1 className="h1">{appeal.appellant}</h1>
        <AppealActs key={appeal.version} appeal={appeal} />
        <div className="row wrap ident">
          <Identifier value={appeal.code} display={appeal.code} copy />
          <AppealStatusBadge status={appeal.status} />
          <AppealClock appeal={appeal} rule={rule} />
        </div>
      </header>
      <AppealView appeal={appeal} />
    </BrowserWords>
  );
}
