"use client";

import { useTranslations } from "next-intl";
import type { Mark } from "@/lib/statements/types";
import { spotId } from "./marked-text";

/** Why something that was read is neither target nor payment; balances, of which a statement is full, are only marked in the text. */
const told = ["own", "cameBack", "notPaid"] as const;

/** What was read and set aside on purpose, each once with its reason: nothing is left out in silence. */
export function AsideLines({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const t = useTranslations("statement");
  const lines = new Map<string, { start: number; written: string; flag: (typeof told)[number] }>();
  for (const { start, end, flags } of marks) {
    const flag = told.find((each) => flags.includes(each));
    const written = text.slice(start, end).replace(/\s+/g, " ");
    if (flag && !lines.has(`${flag} ${written}`)) lines.set(`${flag} ${written}`, { start, written, flag });
  }
  if (lines.size === 0) return null;
  return (
    <li className="ent">
      <div className="grow">
        <p className="t12 dim">{t("aside")}</p>
        <ul>
          {[...lines.values()].map(({ start, written, flag }) => (
            <li key={start} className="t13">
              <button
                type="button"
                className="linkbtn num"
                title={t("showInText")}
                onClick={() => {
                  const spot = document.getElementById(spotId(start));
                  spot?.scrollIntoView({ block: "center" });
                  spot?.focus();
                }}
              >
                {written}
              </button>{" "}
              <span className="mut">{t(`flags.${flag}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
