import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { LimitEnd } from "@/components/ui/limit-end";
import type { AmendmentChanges } from "@/lib/requests/amendments/types";

/** What an amendment changes and nothing else: before struck through, after marked, each said in words too. */
export function AmendmentDiff({ changes }: { changes: AmendmentChanges }) {
  const t = useTranslations("amendment.diff");
  const { grounds, disclosure, dueAt, amounts = [], added = [], removed = [] } = changes;
  return (
    <dl className="stack-2 t13">
      {dueAt ? (
        <Change
          name={t("dueAt")}
          before={<LimitEnd at={dueAt.before} />}
          after={<LimitEnd at={dueAt.after} />}
        />
      ) : null}
      {amounts.map(({ itemId, display, before, after, overGround }) => (
        <Change
          key={itemId}
          name={t("amount", { target: display })}
          before={before ? <Money value={before} /> : null}
          after={<Money value={after} />}
          note={overGround ? t("over", { ground: overGround }) : undefined}
        />
      ))}
      {added.map(({ targetId, display, amount, overGround }) => (
        <Change
          key={targetId}
          name={t("added")}
          before={null}
          after={
            <>
              <span className="id">{display}</span> {amount ? <Money value={amount} /> : null}
            </>
          }
          note={overGround ? t("over", { ground: overGround }) : undefined}
        />
      ))}
      {removed.map(({ itemId, display, amount }) => (
        <Change
          key={itemId}
          name={t("removed")}
          before={
            <>
              <span className="id">{display}</span> {amount ? <Money value={amount} /> : null}
            </>
          }
          after={null}
        />
      ))}
      {grounds ? <Change name={t("grounds")} before={grounds.before} after={grounds.after} long /> : null}
      {disclosure ? (
        <Change name={t("disclosure")} before={disclosure.before} after={disclosure.after} long />
      ) : null}
    </dl>
  );
}

function Change({
  name,
  before,
  after,
  note,
  long = false,
}: {
  name: string;
  before: React.ReactNode;
  after: React.ReactNode;
  note?: string;
  long?: boolean;
}) {
  const t = useTranslations("amendment.diff");
  return (
    <div>
      <dt className="t12 dim">{name}</dt>
      <dd className={long ? "stack-1" : "row wrap g1"}>
        {before ? (
          <del className="diff-before">
            <span className="vh">{t("before")} </span>
            {before}
          </del>
        ) : null}
        {after ? (
          <ins className="diff-after">
            <span className="vh">{t("after")} </span>
            {after}
          </ins>
        ) : null}
        {note ? <span className="block c-amber t12">{note}</span> : null}
      </dd>
    </div>
  );
}
