import { expect, it } from "vitest";
import { sendMessageInput } from "@/lib/requests/thread/schema";
import { emptyComposer, keptComposer, toMessage } from "./composer-values";

const id = "0199f3d2-5c7e-7aaa-8bbb-1234567890ab";
const open = { mayWrite: true, colleagues: [{ membershipId: id, name: "Lan", manages: false }] };

it("brings back what was left half written, without colleagues that are gone", () => {
  const left = {
    where: "inside",
    body: "Xem giúp",
    mentions: [id, "gone"],
    files: [{ id, name: "a.pdf" }, "x"],
  };
  expect(keptComposer(emptyComposer(false), left, open)).toEqual({
    where: "inside",
    body: "Xem giúp",
    mentions: [id],
    files: [{ id, name: "a.pdf" }],
  });
});

it.each([
  ["it names a colleague", { where: "across", mentions: [id] }, open],
  ["nothing can be said across any more", { where: "across" }, { ...open, mayWrite: false }],
])("keeps it inside when %s", (_, left, thread) =>
  expect(keptComposer(emptyComposer(false), left, thread).where).toBe("inside"),
);

it("refuses a mention that would go across, and nothing written", () => {
  const across = toMessage({ ...emptyComposer(false), body: "a", mentions: [id] }, id, id);
  expect(sendMessageInput.safeParse(across).error?.issues[0]).toMatchObject({
    message: "thread.mentionOutside",
  });
  expect(sendMessageInput.safeParse(toMessage(emptyComposer(false), id, id)).success).toBe(false);
  expect(sendMessageInput.safeParse({ ...across, internal: true }).success).toBe(true);
});
