import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AppealForm } from "@/components/release/appeal-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { hasRole } from "@/lib/access/actor";
import { requireAppealSide } from "@/lib/access/require-money-side";
import { getHoldToAppeal } from "@/lib/release/appeal-queries";

const query = z.object({ hold: z.uuid().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("form.title") };
}

/** Takes an appeal in, against the hold of the address or one that is looked for. A hold out of reach is as one that is not there. */
export default async function NewAppealPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, isDesk } = await requireAppealSide();
  if (!isDesk && !hasRole(actor, "intake_officer", "investigator", "commander")) notFound();
  const { hold: id } = query.parse(await searchParams);
  const hold = id ? await getHoldToAppeal(actor, id) : null;
  const t = await getTranslations("appeals.form");
  return (
    <BrowserWords names={["appeals", "errors", "money"]}>
      <Page title={t("title")} lead={t("lead")}>
        <AppealForm hold={hold} isDesk={isDesk} />
      </Page>
    </BrowserWords>
  );
}
