import {
  ChartColumn,
  Clock,
  Folder,
  Gauge,
  Inbox,
  LayoutDashboard,
  LockKeyhole,
  type LucideIcon,
  OctagonAlert,
  ScrollText,
  Send,
  Settings,
  ShieldAlert,
  Signature,
  SquareCheck,
  UserRound,
} from "lucide-react";
import type { Place } from "@/lib/access/navigation";

const icons: Record<Place["code"], LucideIcon> = {
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
