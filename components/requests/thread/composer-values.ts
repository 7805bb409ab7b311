import type { Thread } from "@/lib/requests/thread/types";

/** The form of a message. Files were added while writing; `fileIds` is where the server's refusal of one stands. */
export type ComposerValues = {
  where: "across" | "inside";
  body: string;
  mentions: string[];
  files: { id: string; name: string }[];
  fileIds?: string[];
};

export const emptyComposer = (inside: boolean): ComposerValues => ({
  where: inside ? "inside" : "across",
  body: "",
  mentions: [],
  files: [],
});

/** What was left half written, as far as it still can be sent: colleagues come and go, and so does the right to write across. */
export function keptComposer(
  fresh: ComposerValues,
  body: Record<string, unknown>,
  thread: Pick<Thread, "mayWrite" | "colleagues">,
): ComposerValues {
  const known = new Set(thread.colleagues.map(({ membershipId }) => membershipId));
  const mentions = Array.isArray(body.mentions)
    ? body.mentions.filter((id): id is string => typeof id === "string" && known.has(id))
    : [];
  const files = Array.isArray(body.files)
    ? body.files.filter(
        (file): file is ComposerValues["files"][number] =>
          typeof file === "object" &&
          file !== null &&
          typeof (file as { id?: unknown }).id === "string" &&
          typeof (file as { name?: unknown }).name === "string",
      )
    : [];
  const inside = body.where === "inside" || mentions.length > 0 || !thread.mayWrite;
  return {
    where: inside ? "inside" : fresh.where,
    body: typeof body.body === "string" ? body.body : "",
    mentions,
    files,
  };
}

/** The form as the command takes it. */
export const toMessage = (values: ComposerValues, requestId: string, key: string) => ({
  key,
  requestId,
  internal: values.where === "inside",
  body: values.body,
  mentions: values.mentions,
  fileIds: values.files.map(({ id }) => id),
});
