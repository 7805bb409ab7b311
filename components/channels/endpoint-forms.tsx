"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogForm } from "@/components/admin/dialog-form";
import type { FormField } from "@/components/admin/form-field";
import {
  addEndpointAction,
  changeEndpointAction,
  removeEndpointAction,
  renewSecretAction,
} from "@/lib/channels/endpoints/actions";
import { addEndpointInput, changeEndpointInput, endpointInput } from "@/lib/channels/endpoints/schema";
import type { EndpointRow, SecretShown as Shown } from "@/lib/channels/endpoints/types";
import { type TopicGroup, topicGroups } from "@/lib/channels/topics";
import { SecretShown } from "./secret-shown";

/** words: webhooks.topics.* */
function useFields(groups: readonly TopicGroup[]): FormField[] {
  const t = useTranslations("webhooks");
  return [
    { as: "text", name: "url", label: t("url"), hint: t("urlHint"), required: true, wide: true, mono: true },
    {
      as: "checks",
      name: "topics",
      label: t("topicsLabel"),
      choices: groups.map((value) => ({ value, label: t(`topics.${value}`) })),
      required: true,
    },
  ];
}

/** Adds an address; its secret is shown once, below the button. `groups`: of which this organisation can hear at all. */
export function AddEndpointForm({ groups = topicGroups }: { groups?: readonly TopicGroup[] }) {
  const t = useTranslations("webhooks");
  const fields = useFields(groups);
  const [shown, setShown] = useState<Shown | null>(null);
  return (
    <div className="stack-3">
      <div className="row">
        <DialogForm<Shown>
          open={t("add")}
          look="primary"
          title={t("add")}
          lead={t("addLead")}
          done={t("added")}
          schema={addEndpointInput}
          action={addEndpointAction}
          values={{ url: "", topics: ["requests"] }}
          fields={fields}
          submit={t("add")}
          onDone={setShown}
        />
      </div>
      {shown ? <SecretShown secret={shown.secret} /> : null}
    </div>
  );
}

/** What its keeper does with one address. */
export function EndpointActs({
  endpoint,
  groups = topicGroups,
}: {
  endpoint: EndpointRow;
  groups?: readonly TopicGroup[];
}) {
  const t = useTranslations("webhooks");
  const fields = useFields(groups);
  const [shown, setShown] = useState<Shown | null>(null);
  const { id: endpointId, version, url, topics, isOn, previousUntil } = endpoint;
  return (
    <div className="stack-3">
      <div className="row wrap">
        <DialogForm<unknown>
          open={t("change")}
          title={t("change")}
          done={t("changed")}
          schema={changeEndpointInput}
          action={changeEndpointAction}
          fixed={{ endpointId, version }}
          values={{ url, topics, isOn }}
          fields={[...fields, { as: "check", name: "isOn", label: t("isOn"), hint: t("isOnHint") }]}
          submit={t("save")}
        />
        {previousUntil ? null : (
          <DialogForm<Shown>
            open={t("renew")}
            title={t("renew")}
            lead={t("renewLead")}
            done={t("renewed")}
            schema={endpointInput}
            action={renewSecretAction}
            fixed={{ endpointId, version }}
            values={{}}
            fields={[]}
            submit={t("renew")}
            onDone={setShown}
          />
        )}
        <DialogForm<unknown>
          open={t("remove")}
          look="danger"
          formLook="danger-solid"
          title={t("remove")}
          lead={t("removeLead")}
          done={t("removed")}
          schema={endpointInput}
          action={removeEndpointAction}
          fixed={{ endpointId, version }}
          values={{}}
          fields={[]}
          submit={t("remove")}
        />
      </div>
      {shown ? <SecretShown secret={shown.secret} /> : null}
    </div>
  );
}
