import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AmendForm } from "@/components/requests/amendments/amend-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { paths } from "@/lib/paths";
import { getAmendmentForm } from "@/lib/requests/amendments/queries";

const address = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("amendment"))("title") };
}

/** What shall change of an issued request; it is drafted here and signed by somebody else. */
export default async function AmendPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  const form = parsed.success ? await getAmendmentForm(actor, parsed.data.id) : null;
  if (!form) notFound();
  const t = await getTranslations("amendment");
  return (
    <BrowserWords names={["amendment", "errors", "money", "targets"]}>
      <Page
        title={t("title")}
        lead={
          <Link className="num" href={paths.request(form.requestId)}>
            {form.code}
          </Link>
        }
      >
        <div className="stack">
          {form.draft?.statedReason ? (
            <Note tone="red" title={t("returned")}>
              {form.draft.statedReason}
            </Note>
          ) : null}
          <Note>{t("lead")}</Note>
          <AmendForm form={form} key={`${form.version} ${form.draft?.version ?? 0}`} />
        </div>
      </Page>
    </BrowserWords>
  );
}
