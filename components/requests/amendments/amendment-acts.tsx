import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";
import type { AmendmentView } from "@/lib/requests/amendments/types";
import { DiscardAmendment } from "./discard-amendment";

/** What whoever drafts an amendment may do with it. Stands apart, so that the desk's page does not carry its scripts. */
export function AmendmentActs({ requestId, line }: { requestId: string; line: AmendmentView }) {
  const t = useTranslations("amendment");
  return (
    <BrowserWords names={["amendment", "problems"]}>
      <span className="row wrap">
        <ButtonLink href={paths.amendRequest(requestId)} size="sm">
          {t("goOn")}
        </ButtonLink>
        <DiscardAmendment requestId={requestId} amendmentId={line.id} version={line.version} />
      </span>
    </BrowserWords>
  );
}
