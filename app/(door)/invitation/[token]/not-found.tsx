import { Link } from "@/components/ui/link";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

/** A used, an ended and an unknown link: one page, so that none of them tells which it is. */
export default async function InvitationOver() {
  const t = await getWords("signIn.invitation");
  return (
    <div className="si-form">
      <div className="stack-1">
        <h1 className="t24 fw6">{t("over")}</h1>
        <p className="mut">{t("overText")}</p>
      </div>
      <Link className="btn btn-lg btn-block" href={paths.signIn}>
        {t("toDoor")}
      </Link>
    </div>
  );
}
