import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { Method, type MethodName } from "./method";

/** How the figures are made: behind one press, which a finger and a keyboard reach too; the whole page is a link in it. */
export function MethodLink({ of }: { of?: readonly MethodName[] }) {
  const t = useTranslations("league");
  return (
    <>
      <details className="lg-how no-print">
        <summary className="link">{t("how")}</summary>
        <div className="stack-2">
          <Method of={of} />
          <p className="t13">
            <Link className="link" href={paths.leagueMethod}>
              {t("methodTitle")}
            </Link>
          </p>
        </div>
      </details>
      <section className="print-only">
        <h2 className="h2">{t("how")}</h2>
        <Method of={of} />
      </section>
    </>
  );
}
