import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { TargetSheet } from "@/components/targets-in/target-sheet";
import { BrowserWords } from "@/components/ui/browser-words";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { largestSheet } from "@/lib/requests/sheets/form";
import { getCaseToFill } from "@/lib/requests/targets-in/queries";

const address = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("sheets.targets"))("title") };
}

/** Brings a list of targets to a case. */
export default async function CaseTargetsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  const found = parsed.success ? await getCaseToFill(actor, parsed.data.id) : null;
  if (!found) notFound();
  const t = await getWords("sheets.targets");
  return (
    <BrowserWords names={["sheets", "files.refused", "targets", "kinds", "errors", "money"]}>
      <Page
        title={t("title")}
        lead={
          <>
            <Link href={`${paths.case(found.id)}?tab=targets`}>
              {found.code} · {found.title}
            </Link>
            . {t("lead")}
          </>
        }
      >
        <TargetSheet caseId={found.id} maxBytes={largestSheet} mayDraft={found.mayDraft} />
      </Page>
    </BrowserWords>
  );
}
