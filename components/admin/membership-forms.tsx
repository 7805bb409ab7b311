"use client";

import { useTranslations } from "next-intl";
import { addMembershipAction, changeMembershipAction, endMembershipAction } from "@/lib/people/actions";
import { addMembershipInput, changeMembershipInput, endMembershipInput } from "@/lib/people/schema";
import type { MembershipDetail } from "@/lib/people/types";
import { DialogForm } from "./dialog-form";
import { typedDay } from "./form-field";
import { noMembership, useMembershipFields, useNewMembershipFields } from "./membership-fields";

/** Gives a person a further membership. */
export function AddMembershipForm({ personId }: { personId: string }) {
  const t = useTranslations("admin.membership");
  const fields = useNewMembershipFields();
  return (
    <DialogForm
      open={t("add")}
      title={t("add")}
      lead={t("addLead")}
      done={t("added")}
      schema={addMembershipInput}
      action={addMembershipAction}
      fixed={{ personId }}
      values={noMembership}
      fields={fields}
      submit={t("add")}
    />
  );
}

/** Changes or ends a membership of somebody else. */
export function MembershipActs({ membership }: { membership: MembershipDetail }) {
  const t = useTranslations("admin.membership");
  const fields = useMembershipFields(membership.kind);
  const fixed = { membershipId: membership.id, version: membership.version };
  const { roles, title, signerTitle, heads, validTo } = membership;
  return (
    <div className="row wrap">
      <DialogForm
        open={t("change")}
        title={t("changeTitle", { organisation: membership.organisation })}
        lead={t("changeLead")}
        done={t("changed")}
        schema={changeMembershipInput}
        action={changeMembershipAction}
        fixed={fixed}
        values={{
          roles,
          title: title ?? "",
          signerTitle: signerTitle ?? "",
          heads,
          validTo: typedDay(validTo),
        }}
        fields={fields}
        submit={t("save")}
      />
      <DialogForm
        open={t("end")}
        look="danger"
        formLook="danger-solid"
        title={t("endTitle", { organisation: membership.organisation })}
        lead={t("endLead")}
        done={t("ended")}
        schema={endMembershipInput}
        action={endMembershipAction}
        fixed={fixed}
        values={{ reason: "" }}
        fields={[{ as: "area", name: "reason", label: t("reason"), rows: 2, required: true }]}
        submit={t("end")}
      />
    </div>
  );
}
