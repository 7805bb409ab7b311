import { Download } from "@/components/icons/download";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";

/** A link to a file that is made when it is asked for: followed by the browser itself, never fetched before. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={buttonLook({})} href={href} download>
      <Download className="i" aria-hidden />
      {children}
    </a>
  );
}
