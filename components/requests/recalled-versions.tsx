import { getTranslations } from "next-intl/server";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecalledVersion } from "@/lib/requests/signing/types";

/** What was handed in and taken back, as the signer had it before him: folded, for whoever asks later what stood there. */
export async function RecalledVersions({ versions }: { versions: readonly RecalledVersion[] }) {
  const [t, kind] = await Promise.all([getTranslations("requests.recalled"), getTranslations("kinds")]);
  return (
    <ul className="stack-1 t13">
      {versions.map((each) => (
        <li key={each.version}>
          <details>
            <summary>
              {t("handedIn")} <Timestamp at={each.handedInAt} /> · {t("by", { who: each.recalledBy })}{" "}
              <Timestamp at={each.recalledAt} />
            </summary>
            <div className="stack-1">
              <p className="fw6">{kind(each.kindCode as "ACCOUNT_SUSPEND")}</p>
              <p className="prose">{each.grounds}</p>
              <ul>
                {each.targets.map(({ value, amount }, index) => (
                  <li key={index}>
                    <span className="id">{value}</span>
                    {amount ? (
                      <>
                        {" "}
                        · <Money value={amount} />
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
              <p className="t12 dim">
                {t("hash")}{" "}
                <Identifier value={each.contentHash} display={`${each.contentHash.slice(0, 16)}…`} copy />
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
