"use client";

import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LazyScreen } from "@/components/ui/lazy-screen";
import { useToast } from "@/components/ui/toast";
import type { DraftOptions } from "@/lib/requests/drafting/types";
import { largestSheet } from "@/lib/requests/sheets/form";
import type { TargetSheetRow } from "@/lib/requests/targets-in/types";
import { type BroughtPick, type DraftValues, fits, picksWith } from "./draft-values";
import { mostTargets } from "./pick-choice";

// Few drafts begin with a list: its screen comes, with its words, when it is asked for.
const load = () => import("@/components/targets-in/target-sheet").then((part) => part.TargetSheet);

/** Brings a list from Excel into the request: its targets are stored with the case, then chosen here with what the list says of them. */
export function PickList({ options }: { options: DraftOptions }) {
  const t = useTranslations("sheets.targets");
  const toast = useToast();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const brought = useBrought(options);
  const { control } = useFormContext<DraftValues>();
  const [kindCode, addresseeOrgId] = useWatch({ control, name: ["kindCode", "addresseeOrgId"] });
  const kind = options.kinds.find(({ code }) => code === kindCode);

  const isTaken = ({ kind: of, institutionId }: TargetSheetRow) =>
    of !== null && fits({ kind: of, institutionId }, kind, addresseeOrgId, options.addressees);
  return (
    <>
      <Button size="sm" icon={<FileSpreadsheet className="i" aria-hidden />} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} lead={t("lead")} wide>
        <LazyScreen
          key={kindCode}
          load={load}
          caseId={options.caseId}
          maxBytes={largestSheet}
          request={{
            kindCode,
            most: mostTargets,
            fits: isTaken,
            onStored: (rows) => {
              brought.add(rows);
              toast(t("chosen", { count: rows.filter(isTaken).length }));
              setOpen(false);
              // The case's new targets come with the page.
              router.refresh();
            },
          }}
        />
      </Dialog>
    </>
  );
}

/** Keeps the form's lines in step with the targets of the case, and lays over them what a list brought once they are there. */
function useBrought(options: DraftOptions) {
  const { getValues, setValue } = useFormContext<DraftValues>();
  const [waiting, setWaiting] = useState<readonly BroughtPick[]>([]);
  const laid = useRef(new Set<BroughtPick>());
  useEffect(() => {
    const picks = getValues("picks");
    const known = new Set(options.targets.map(({ id }) => id));
    const now = waiting.filter((each) => known.has(each.targetId) && !laid.current.has(each));
    const isInStep =
      picks.length === options.targets.length &&
      picks.every(({ targetId }, index) => targetId === options.targets[index]!.id);
    if (isInStep && now.length === 0) return;
    for (const each of now) laid.current.add(each);
    setValue("picks", picksWith(options, picks, getValues("kindCode"), now), {
      shouldDirty: now.length > 0,
      shouldValidate: false,
    });
  }, [options, waiting, getValues, setValue]);
  return { add: (rows: readonly BroughtPick[]) => setWaiting((before) => [...before, ...rows]) };
}
