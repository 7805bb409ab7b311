import { getTranslations } from "next-intl/server";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecalledVersion } from "@/lib/requests/signing/types";

/** What was handed in and taken back, as the signer had it before him: folded, for whoever asks later what stood there. */
export async function RecalledVersions({ versions }: { versions: readonly RecalledVersion[] }) {
  const t = await getTranslations("requests.recalled");
  return (
    <ul className="stack-1 t13">
      {versions.map((each) => (
        <li key={each.version}>
          <details>
            <summary>
              {t("handedIn")} <Timestamp at={each.handedInAt} /> · {t("by", { who: each.recalledBy })}{" "}
              <Timestamp at={each.recalledAt} />
            </summary>
            {each.content ? <Kept {...each.content} /> : <p>{t("unreadable")}</p>}
          </details>
        </li>
      ))}
    </ul>
  );
}

async function Kept({ kindCode, grounds, targets, hash }: NonNullable<RecalledVersion["content"]>) {
  const [t, kind] = await Promise.all([getTranslations("requests.recalled"), getTranslations("kinds")]);
  return (
    <div className="stack-1">
      <p className="fw6">{kind(kindCode)}</p>
      <p className="prose">{grounds}</p>
      <ul>
        {targets.map(({ value, amount }, index) => (
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
        {t("hash")} <Identifier value={hash} display={`${hash.slice(0, 16)}…`} copy />
      </p>
    </div>
  );
}
