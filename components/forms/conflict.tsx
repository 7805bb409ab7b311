"use client";

import { useRouter } from "next/navigation";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import type { ChangedBy } from "@/lib/errors";

/** Somebody was faster: who and when. Taking theirs reads the record again; what was typed stays in the form behind. */
export function Conflict({
  by,
  onClose,
  onKeepMine,
  consequence,
}: {
  by: ChangedBy | null;
  onClose: () => void;
  onKeepMine?: () => void;
  consequence?: string;
}) {
  const router = useRouter();
  return (
    <ConflictNotice
      open={by !== null}
      who={by?.name ?? ""}
      at={by?.at ?? new Date(0).toISOString()}
      consequence={consequence}
      onKeepMine={onKeepMine}
      onClose={onClose}
      onTakeTheirs={() => {
        onClose();
        router.refresh();
      }}
    />
  );
}
