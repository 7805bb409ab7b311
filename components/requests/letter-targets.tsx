import { useTranslations } from "next-intl";
import { vndParts } from "@/lib/money/format-vnd";
import type { Letter } from "@/lib/requests/letters/types";

/**
 * The targets of an order as the table of its paper; the amount's column only where amounts are asked about. On a phone each is a
 * block of its own whose lines name their columns, so that no name and no amount lies outside the screen.
 */
export function LetterTargets({ items, total }: { items: Letter["items"]; total: bigint }) {
  const t = useTranslations("letter.targets");
  const kinds = useTranslations("targets.kinds");
  // words: targets.kinds.*
  return (
    <div className="scroll-x" tabIndex={0}>
      <table className="paper-table">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("position")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("holder")}</th>
            {total > 0n ? <th scope="col">{t("amount")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.position}>
              <td className="num" data-column={t("position")}>
                {item.position}
              </td>
              <td data-column={t("kind")}>{kinds(item.kind)}</td>
              <td className="nw" data-column={t("value")}>
                {item.display}
              </td>
              <td data-column={t("holder")}>
                {item.holderName || item.overGround ? (
                  <div>
                    {item.holderName}
                    {item.overGround ? (
                      <span className="it block">{t("over", { ground: item.overGround })}</span>
                    ) : null}
                  </div>
                ) : null}
              </td>
              {total > 0n ? (
                <td className="r nw" data-column={t("amount")}>
                  {item.disputedAmount ? vndParts(BigInt(item.disputedAmount)).digits : ""}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        {total > 0n && items.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t("total")}
              </th>
              <td className="r nw">{vndParts(total).digits}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
