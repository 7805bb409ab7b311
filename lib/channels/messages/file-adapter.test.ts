import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileAdapter } from "./file-adapter";

it("writes a line for each message, and of the number its last three digits", async () => {
  const folder = await mkdtemp(join(tmpdir(), "messages-"));
  const adapter = fileAdapter(join(folder, "new"), "sms");
  const message = {
    eventId: "e1",
    recipient: "m1",
    phone: "02439998877",
    text: "[Lá Chắn] Gọi người trực YC-1.",
  };
  await adapter.send(message);
  await adapter.send({ ...message, eventId: "e2" });
  const text = await readFile(join(folder, "new", "sms.jsonl"), "utf8");
  await rm(folder, { recursive: true });
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines.map(({ eventId, recipient, to }) => [eventId, recipient, to])).toEqual([
    ["e1", "m1", "…877"],
    ["e2", "m1", "…877"],
  ]);
  expect(text).not.toContain("0243");
});
