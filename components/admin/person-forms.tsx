"use client";

import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  changePersonAction,
  endPersonSessionsAction,
  invitePersonAction,
  reinstatePersonAction,
  reissueAccessAction,
  renewInvitationAction,
  suspendPersonAction,
} from "@/lib/people/actions";
import {
  changePersonInput,
  endPersonSessionsInput,
  invitePersonInput,
  reissueAccessInput,
  renewInvitationInput,
  suspendPersonInput,
} from "@/lib/people/schema";
import type { InvitationShown, PersonDetail } from "@/lib/people/types";
import { paths } from "@/lib/paths";
import { CommandForm } from "./command-form";
import { DialogForm } from "./dialog-form";
import type { FormField } from "./form-field";
import { InvitationLink } from "./invitation-link";
import { noMembership, useNewMembershipFields } from "./membership-fields";

/** Invites a person; the link appears in place of the form. */
export function InviteForm() {
  const t = useTranslations("admin.invite");
  const [shown, setShown] = useState<InvitationShown | null>(null);
  const membership = useNewMembershipFields();
  if (shown) {
    return (
      <div className="stack-3">
        <InvitationLink shown={shown} />
        <Link href={paths.adminPerson(shown.personId)}>{t("toPerson")}</Link>
      </div>
    );
  }
  return (
    <CommandForm
      schema={invitePersonInput}
      action={invitePersonAction}
      values={{ fullName: "", rank: "", email: "", ...noMembership }}
      fields={[
        { as: "text", name: "fullName", label: t("fullName"), required: true },
        { as: "text", name: "rank", label: t("rank") },
        { as: "email", name: "email", label: t("email"), hint: t("emailHint"), required: true },
        ...membership,
      ]}
      submit={t("submit")}
      onDone={setShown}
    />
  );
}

/** What can be done with a person: each act asks for its reason where one is kept. */
export function PersonActs({ person }: { person: PersonDetail }) {
  const t = useTranslations("admin.person");
  const [shown, setShown] = useState<InvitationShown | null>(null);
  const fixed = { personId: person.id, version: person.version };
  const reason: FormField = { as: "area", name: "reason", label: t("reason"), rows: 2, required: true };
  return (
    <div className="stack-3">
      {shown ? <InvitationLink shown={shown} /> : null}
      <div className="row wrap">
        <DialogForm
          open={t("rename.open")}
          title={t("rename.open")}
          done={t("rename.done")}
          schema={changePersonInput}
          action={changePersonAction}
          fixed={fixed}
          values={{ fullName: person.fullName, rank: person.rank ?? "" }}
          fields={[
            { as: "text", name: "fullName", label: t("fullName"), required: true },
            { as: "text", name: "rank", label: t("rank") },
          ]}
          submit={t("save")}
        />
        {!person.hasPassword && person.state !== "suspended" ? (
          <DialogForm
            open={t("renew.open")}
            title={t("renew.open")}
            lead={t("renew.lead")}
            done={t("renew.done")}
            schema={renewInvitationInput}
            action={renewInvitationAction}
            fixed={{ personId: person.id }}
            values={{}}
            fields={[]}
            submit={t("renew.submit")}
            onDone={setShown}
          />
        ) : null}
        {person.hasPassword && person.state !== "suspended" && !person.isSelf ? (
          <DialogForm
            open={t("reissue.open")}
            title={t("reissue.open")}
            lead={t("reissue.lead")}
            done={t("reissue.done")}
            schema={reissueAccessInput}
            action={reissueAccessAction}
            fixed={{ personId: person.id }}
            values={{ reason: "" }}
            fields={[{ ...reason, label: t("reissue.reason") }]}
            submit={t("reissue.submit")}
            onDone={setShown}
          />
        ) : null}
        {person.sessions > 0 ? (
          <DialogForm
            open={t("sessions.open")}
            title={t("sessions.open")}
            lead={t("sessions.lead", { count: person.sessions })}
            done={t("sessions.done")}
            schema={endPersonSessionsInput}
            action={endPersonSessionsAction}
            fixed={{ personId: person.id }}
            values={{}}
            fields={[]}
            submit={t("sessions.submit")}
          />
        ) : null}
        {person.isSelf ? null : person.state === "suspended" ? (
          <DialogForm
            open={t("reinstate.open")}
            title={t("reinstate.open")}
            lead={t("reinstate.lead")}
            done={t("reinstate.done")}
            schema={suspendPersonInput}
            action={reinstatePersonAction}
            fixed={fixed}
            values={{ reason: "" }}
            fields={[reason]}
            submit={t("reinstate.submit")}
          />
        ) : (
          <DialogForm
            open={t("suspend.open")}
            look="danger"
            formLook="danger-solid"
            title={t("suspend.open")}
            lead={t("suspend.lead")}
            done={t("suspend.done")}
            schema={suspendPersonInput}
            action={suspendPersonAction}
            fixed={fixed}
            values={{ reason: "" }}
            fields={[reason]}
            submit={t("suspend.submit")}
          />
        )}
      </div>
    </div>
  );
}
