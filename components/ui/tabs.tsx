import { Link } from "@/components/ui/link";
import { Count, type Tone } from "./badge";

export type Tab = { href: string; label: string; current?: boolean; count?: number; tone?: Tone };

/** Tabs that are links: each view has an address, so it can be kept, sent and gone back to. `label` names the group. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  return (
    <nav className={className ? `tabs ${className}` : "tabs"} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className="tab"
          aria-current={tab.current ? "page" : undefined}
          scroll={false}
        >
          {tab.label}
          {tab.count === undefined ? null : <Count value={tab.count} tone={tab.tone} />}
        </Link>
      ))}
    </nav>
  );
}
