"use client";

import { useRouter } from "next/navigation";
import { type ConflictLine, ConflictNotice } from "@/components/ui/conflict-notice";
import type { ChangedBy } from "@/lib/errors";

/** Somebody was faster: who and when. Taking theirs reads the record again; what was typed stays in the form behind. */
export function Conflict({
  by,
  onClose,
  onKeepMine,
  consequence,
  lines,
  onTakeTheirs,
}: {
  by: ChangedBy | null;
  onClose: () => void;
  onKeepMine?: () => void;
  consequence?: string;
  /** Both versions, part by part. */
  lines?: readonly ConflictLine[];
  /** Where taking theirs is more than reading the page again. */
  onTakeTheirs?: () => void;
}) {
  const router = useRouter();
  return (
    <ConflictNotice
      open={by !== null}
      who={by?.name ?? ""}
      isYou={by?.isYou}
      lines={lines}
      at={by?.at ?? new Date(0).toISOString()}
      consequence={consequence}
      onKeepMine={onKeepMine}
      onClose={onClose}
      onTakeTheirs={() => {
        onClose();
        onTakeTheirs?.();
        router.refresh();
      }}
    />
  );
}
