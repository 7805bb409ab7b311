"use client";

import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Progress } from "@/components/ui/progress";
import type { Sending } from "./use-parts";

/** The button that sends all parts, how far they are, and what was refused. Pressed again it sends the rest. */
export function PartsFoot({
  sending: { run, sent, all, pending, problem },
  label,
  progress,
  disabled = false,
}: {
  sending: Sending;
  label: string;
  /** "120 of 500 sent". */
  progress: string;
  disabled?: boolean;
}) {
  return (
    <>
      <div className="row wrap">
        <Button look="primary" pending={pending} disabled={disabled} onClick={() => void run()}>
          {label}
        </Button>
        {sent > 0 || pending ? (
          <span className="grow">
            <Progress value={sent} max={all} label={progress} />
            <span className="t12 mut num" role="status">
              {progress}
            </span>
          </span>
        ) : null}
      </div>
      <FormProblem problem={problem} />
    </>
  );
}
