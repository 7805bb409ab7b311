"use client";

import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { classNames } from "./class-names";
import { Count, type Tone } from "./badge";

export type Tab = { href: string; label: string; current?: boolean; count?: number; tone?: Tone };

/**
 * Tabs that are links: each view has an address, so it can be kept, sent and gone back to. `label` names the group. Where not
 * all of them fit, the bar is pushed along until the current one is seen; the page stays where it is. Not printed.
 */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  const bar = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  useEffect(() => {
    const nav = bar.current;
    const tab = nav?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!nav || !tab) return;
    const [outer, inner] = [nav.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    nav.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [current]);
  return (
    <nav ref={bar} className={classNames("tabs no-print", className)} aria-label={label}>
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
