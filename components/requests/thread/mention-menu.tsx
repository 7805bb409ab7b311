"use client";

import { AtSign } from "@/components/icons/at-sign";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import type { Mentionable } from "@/lib/requests/thread/types";

/** Names a colleague in a note. One press adds the name and the note stays inside; another takes it off. */
export function MentionMenu({
  colleagues,
  chosen,
  onChange,
}: {
  colleagues: readonly Mentionable[];
  chosen: readonly string[];
  /** `name` is given with one that was added. */
  onChange: (next: string[], name?: string) => void;
}) {
  const t = useTranslations("thread");
  return (
    <Menu
      label={t("mention")}
      className="btn btn-sm"
      align="start"
      panelClassName="thread-mentions"
      trigger={
        <>
          <AtSign className="i" aria-hidden />
          {chosen.length > 0 ? t("mentionCount", { count: chosen.length }) : t("mentionShort")}
        </>
      }
    >
      {colleagues.map(({ membershipId, name }) => {
        const isChosen = chosen.includes(membershipId);
        return (
          <button
            key={membershipId}
            type="button"
            className="menu-item"
            aria-pressed={isChosen}
            onClick={() =>
              isChosen
                ? onChange(chosen.filter((each) => each !== membershipId))
                : onChange([...chosen, membershipId], name)
            }
          >
            <span className="grow">{name}</span>
          </button>
        );
      })}
    </Menu>
  );
}
