import type { ReactNode } from "react";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { BrowserWords } from "@/components/ui/browser-words";

/** The words and the tabs of administration; who may come is asked by each page and each query. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <BrowserWords names={["admin", "audit", "cases", "errors", "events", "kinds", "roles"]}>
      <div className="page pb-0">
        <AdminTabs />
      </div>
      {children}
    </BrowserWords>
  );
}
