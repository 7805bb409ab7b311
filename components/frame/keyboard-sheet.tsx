"use client";

import { Kbd } from "@/components/ui/kbd";
import { useTranslations } from "next-intl";

const groups = {
  everywhere: [
    [["Ctrl", "K"], "search"],
    [["/"], "filter"],
    [["Ctrl", "↵"], "send"],
    [["Esc"], "close"],
    [["?"], "help"],
  ],
  list: [
    [["j", "k"], "next"],
    [["Enter"], "open"],
    [["x"], "choose"],
    [["Shift", "x"], "chooseRange"],
    [["e"], "answer"],
    [["a"], "assign"],
  ],
} as const;
/** Keys that only some have: by what they are for. */
export type OwnKey = "search" | "answer" | "assign";
const ownKeys: readonly string[] = ["search", "answer", "assign"] satisfies OwnKey[];
const groupNames = ["everywhere", "list"] as const;

/** What each key does, everywhere and in a list; of those that only some have, `own`. */
export function KeyboardSheet({ own }: { own: readonly OwnKey[] }) {
  const t = useTranslations("frame.keys");
  return (
    <>
      {groupNames.map((group) => (
        <section key={group} className="stack-2">
          <h3 className="h3">{t(group)}</h3>
          <ul className="stack-1">
            {groups[group].map(([keys, does]) =>
              ownKeys.includes(does) && !own.some((key) => key === does) ? null : (
                <li key={does} className="row between t13">
                  {t(does)}
                  <span className="row g1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}
