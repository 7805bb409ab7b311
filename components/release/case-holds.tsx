import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { listHolds, sumHolds } from "@/lib/release/list";
import { HoldDesk } from "./hold-desk";

/** What is held in one case, with what can be asked next; nothing where nothing is. */
export async function CaseHolds({ actor, caseId }: { actor: Actor; caseId: string }) {
  const filter = { case: caseId };
  const [page, sums, t] = await Promise.all([
    listHolds(actor, filter),
    sumHolds(actor, filter),
    getTranslations("release.inCase"),
  ]);
  if (page.rows.length === 0) return null;
  return (
    <Card
      title={t("title")}
      aside={
        <ButtonLink size="sm" href={paths.holdsOfCase(caseId)}>
          {t("all")}
        </ButtonLink>
      }
    >
      <div className="stack">
        <HoldDesk rows={pack(page.rows)} sums={sums} filter={filter} mayDraft={may(actor, "hold.order")}>
          <Pager
            shown={page.rows.length}
            previous={null}
            next={page.next ? paths.holdsOfCase(caseId) : null}
          />
        </HoldDesk>
      </div>
    </Card>
  );
}
