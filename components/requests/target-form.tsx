import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Note } from "@/components/ui/note";
import type { Institution, ReceivedRequest } from "@/lib/requests/desk/types";
import { holdBack, notByEnter } from "./careful-sending";
import { OpenedForm } from "./opened-form";
import type { useAnswerDesk } from "./use-answer-desk";

const WithdrawnMeanwhile = lazy(() =>
  import("./withdrawn-meanwhile").then((module) => ({ default: module.WithdrawnMeanwhile })),
);

type Desk = ReturnType<typeof useAnswerDesk>;

/** One target's answer as it is typed, with what happened to the target meanwhile; hidden while another one is chosen. */
export function TargetForm({
  Form,
  desk,
  item,
  request,
  institutions,
  formId,
}: {
  Form: NonNullable<Desk["Form"]>;
  desk: Desk;
  item: ReceivedRequest["items"][number];
  request: ReceivedRequest;
  institutions: readonly Institution[];
  formId: string;
}) {
  const t = useTranslations("queue");
  const { current, isArmed, chosen, busy, doubted, onBusy, onDoubt, onTyping, onSays, onSent } = desk;
  return (
    <div
      className="target-form"
      hidden={item.id !== current?.id}
      onSubmitCapture={isArmed ? undefined : holdBack}
      onKeyDown={notByEnter}
    >
      {request.status === "WITHDRAWN" && !item.answeredAt ? (
        <Suspense fallback={null}>
          <WithdrawnMeanwhile stated={request.stated} formId={formId} />
        </Suspense>
      ) : null}
      {item.answeredAt && item.id !== doubted && !(busy && item.id === chosen) ? (
        <Note
          tone="amber"
          announce
          title={t("answeredMeanwhile", { who: item.answeredBy ?? "" })}
          className="mb-3"
        >
          {t("answeredMeanwhileText")}
        </Note>
      ) : null}
      <OpenedForm
        Form={Form}
        item={item}
        request={request}
        institutions={institutions}
        formId={formId}
        onBusy={onBusy}
        onDoubt={onDoubt}
        onTyping={onTyping}
        onSays={onSays}
        onSent={onSent}
      />
    </div>
  );
}
