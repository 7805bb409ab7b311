import { instantOf } from "@/components/forms/schema-resolver";
import { formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { AmendmentForm } from "@/lib/requests/amendments/types";

/** The form of an amendment, as it is typed: amounts and the due time as texts. */
export type AmendmentValues = {
  reason: string;
  grounds: string;
  disclosure: string;
  due: string;
  items: { itemId: string; amount: string; overGround: string; gone: boolean }[];
  extra: { targetId: string; amount: string; overGround: string; taken: boolean }[];
};

const typed = (amount: string | null | undefined) => (amount ? vndParts(BigInt(amount)).digits : "");

/** The request as it stands, with what a draft of the amendment says already. */
export function amendmentValues(form: AmendmentForm): AmendmentValues {
  const changes = form.draft?.changes ?? {};
  return {
    reason: form.draft?.reason ?? "",
    grounds: changes.grounds?.after ?? form.grounds,
    disclosure: (changes.disclosure ? changes.disclosure.after : form.disclosure) ?? "",
    due: form.dueAt ? formatDateTime(new Date(changes.dueAt?.after ?? form.dueAt)) : "",
    items: form.items.map(({ id, disputedAmount, overGround }) => {
      const changed = changes.amounts?.find(({ itemId }) => itemId === id);
      return {
        itemId: id,
        amount: typed(changed?.after ?? disputedAmount),
        overGround: (changed ? changed.overGround : overGround) ?? "",
        gone: changes.removed?.some(({ itemId }) => itemId === id) ?? false,
      };
    }),
    extra: form.addable.map(({ id }) => {
      const added = changes.added?.find(({ targetId }) => targetId === id);
      return {
        targetId: id,
        amount: typed(added?.amount),
        overGround: added?.overGround ?? "",
        taken: added !== undefined,
      };
    }),
  };
}

const dueOf = (text: string, before: string | null): string | undefined => {
  const due = instantOf(text);
  // The minute that stands there is the one that was there: seconds are not typed.
  return due && before && due.slice(0, 16) === before.slice(0, 16) ? undefined : due;
};

/** The form as the command takes it. `at` names where a field of the command stands in the form. */
export function toAmendment(values: AmendmentValues, form: AmendmentForm, key: string) {
  const changeable = values.items.map((item, index) => ({ ...item, index })).filter(({ gone }) => !gone);
  const taken = values.extra.map((each, index) => ({ ...each, index })).filter((each) => each.taken);
  const ground = (text: string) => (text.trim() ? text : undefined);
  const input = {
    key,
    requestId: form.requestId,
    version: form.version,
    ...(form.draft ? { amendmentId: form.draft.id, amendmentVersion: form.draft.version } : {}),
    reason: values.reason,
    grounds: values.grounds,
    disclosure: values.disclosure,
    dueAt: dueOf(values.due, form.dueAt),
    amounts: form.asksAmount
      ? changeable.map(({ itemId, amount, overGround }) => ({
          itemId,
          disputedAmount: amount,
          overGround: ground(overGround),
        }))
      : [],
    remove: values.items.filter(({ gone }) => gone).map(({ itemId }) => itemId),
    add: taken.map(({ targetId, amount, overGround }) => ({
      targetId,
      disputedAmount: form.asksAmount ? amount : undefined,
      overGround: ground(overGround),
    })),
  };
  const at = (path: string): string => {
    const [list, place, field] = path.split(".");
    const row = list === "amounts" ? changeable : list === "add" ? taken : null;
    if (!row || place === undefined) return { dueAt: "due", remove: "items", add: "extra" }[path] ?? path;
    return `${list === "amounts" ? "items" : "extra"}.${row[Number(place)]?.index ?? 0}.${field === "overGround" ? field : "amount"}`;
  };
  return { input, at };
}
