import type { Icon } from "@/components/icons/icon";
import { Badge, type Tone } from "./badge";

/** How one state looks: a tone, an icon and a word. A domain keeps a table of these, one row per state. */
export type StatusLook = { tone: Tone; icon: Icon };

/** The state of a record: colour, icon and word together. */
export function StatusBadge({ look, word }: { look: StatusLook; word: string }) {
  const Icon = look.icon;
  return (
    <Badge tone={look.tone} icon={<Icon className="i" aria-hidden />}>
      {word}
    </Badge>
  );
}
