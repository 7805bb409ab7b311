import type { Metadata } from "next";
import { AdminTable } from "@/components/admin/admin-table";
import { ConfirmState } from "@/components/admin/confirm-state";
import { ValidDays } from "@/components/admin/valid-days";
import { WaitingTabs } from "@/components/admin/waiting-tabs";
import { RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listKinds } from "@/lib/reference/kind-queries";
import { waitingFilter } from "@/lib/reference/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("kinds") };
}

export default async function RequestKindsPage({ searchParams }: PageProps<"/admin/request-kinds">) {
  const actor = await requireAdmin();
  const { state } = waitingFilter.parse(await searchParams);
  const [t, a, language, kinds] = await Promise.all([
    getWords("admin.requestKind"),
    getWords("admin"),
    getLanguage(),
    listKinds(actor, state),
  ]);
  return (
    <Page title={a("tabs.kinds")} lead={t("lead")}>
      <div className="stack">
        <WaitingTabs path={paths.adminRequestKinds} state={state} />
        <AdminTable
          caption={t("caption")}
          heads={[
            { name: t("kind"), isRowHeader: true, phone: "title" },
            { name: t("document") },
            { name: t("stage"), phone: "hide" },
            { name: t("validity") },
            { name: t("state"), phone: "lead" },
          ]}
          rows={kinds.map((kind) => ({
            id: kind.id,
            cells: [
              <div key="k">
                <RowLink href={paths.adminRequestKind(kind.code)}>
                  {language === "vi" ? kind.nameVi : kind.nameEn}
                </RowLink>
                <div className="t12 mut mono">{kind.code}</div>
              </div>,
              kind.documentVi,
              a(`stage.${kind.stage}` as "stage.any"),
              <ValidDays key="v" from={kind.validFrom} to={kind.validTo} />,
              <ConfirmState key="s" verify={kind.verify} />,
            ],
          }))}
          empty={<Empty title={a("waiting.none")} />}
        />
      </div>
    </Page>
  );
}
