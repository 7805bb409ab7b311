import { ChartColumn } from "@/components/icons/chart-column";
import { Clock } from "@/components/icons/clock";
import { Folder } from "@/components/icons/folder";
import { Gauge } from "@/components/icons/gauge";
import { Inbox } from "@/components/icons/inbox";
import { LayoutDashboard } from "@/components/icons/layout-dashboard";
import { LockKeyhole } from "@/components/icons/lock-keyhole";
import type { Icon } from "@/components/icons/icon";
import { OctagonAlert } from "@/components/icons/octagon-alert";
import { ScrollText } from "@/components/icons/scroll-text";
import { Send } from "@/components/icons/send";
import { Settings } from "@/components/icons/settings";
import { ShieldAlert } from "@/components/icons/shield-alert";
import { Signature } from "@/components/icons/signature";
import { SquareCheck } from "@/components/icons/square-check";
import { UserRound } from "@/components/icons/user-round";
import type { Place } from "@/lib/access/navigation";

const icons: Record<Place["code"], Icon> = {
  desk: LayoutDashboard,
  cases: Folder,
  requests: Send,
  signing: Signature,
  queue: Inbox,
  asked: Inbox,
  answered: SquareCheck,
  held: LockKeyhole,
  heldHere: LockKeyhole,
  notified: ScrollText,
  province: Gauge,
  suspicions: ShieldAlert,
  overdue: OctagonAlert,
  league: ChartColumn,
  figures: ChartColumn,
  calendar: Clock,
  duty: UserRound,
  audit: ChartColumn,
  admin: Settings,
};

/** The sign of one place of the navigation. */
export function PlaceIcon({ code }: { code: Place["code"] }) {
  const Icon = icons[code];
  return <Icon className="i" aria-hidden />;
}
