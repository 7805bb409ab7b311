"use client";

import { Waypoints } from "@/components/icons/waypoints";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { rerouteItemsAction } from "@/lib/requests/followup/actions";
import type { Reroute, Reroutes } from "@/lib/requests/followup/types";
import { useRequestAct } from "./use-request-act";

/** What the addressee does not keep: one press passes it on to who does, for signature. */
export function RerouteNotes({
  requestId,
  version,
  reroutes,
}: {
  requestId: string;
  version: number;
  reroutes: Reroutes;
}) {
  return reroutes.groups.map((group) => (
    <RerouteNote
      key={group.items[0]!.id}
      requestId={requestId}
      version={version}
      group={group}
      choices={reroutes.choices}
    />
  ));
}

function RerouteNote({
  requestId,
  version,
  group,
  choices,
}: {
  requestId: string;
  version: number;
  group: Reroute;
  choices: Reroutes["choices"];
}) {
  const t = useTranslations("answers.reroute");
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const named = choices.find(({ id }) => id === group.operatorId);
  const [chosen, setChosen] = useState(named?.id ?? "");
  const to = choices.find(({ id }) => id === chosen);
  return (
    <Note tone="amber" title={t("title", { count: group.items.length })}>
      <span className="block">
        {group.items
          .slice(0, 5)
          .map(({ display }) => display)
          .join(", ")}
        {group.items.length > 5 ? "…" : ""}
      </span>
      {group.operator ? <span className="block">{t("told", { operator: group.operator })}</span> : null}
      <span className="row wrap mt-2">
        {named ? null : (
          <Field label={t("to")} labelHidden required>
            <Select
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              placeholder={t("choose")}
              choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Button
          look="primary"
          size="sm"
          disabled={!to}
          pending={act.pending}
          icon={<Waypoints className="i" aria-hidden />}
          onClick={() =>
            void act.send(
              () =>
                rerouteItemsAction({
                  key,
                  requestId,
                  version,
                  itemIds: group.items.map(({ id }) => id),
                  addresseeOrgId: chosen,
                }),
              t("done", { org: to?.name ?? "" }),
            )
          }
        >
          {to ? t("pass", { org: to.name }) : t("passOn")}
        </Button>
      </span>
      {act.problem ? (
        <span className="error" role="alert">
          {act.problem}
        </span>
      ) : null}
    </Note>
  );
}
