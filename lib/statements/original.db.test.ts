import { createHash, randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { env } from "@/lib/env";
import { takeFile } from "@/lib/files/take-file";
import { makeDraft, report as reportOf, setScene } from "@/prisma/factories/scene";
import { makePerson } from "@/prisma/factories/people";
import { fileStatement } from "./commands";
import { fileStatementInput } from "./schema";

afterAll(closeDatabase);

const told = () => `Bị hại trình báo: ${randomUUID()}`;
const opening = (bankId: string, more: object = {}) => {
  const { key, ...typed } = reportOf(bankId);
  return fileStatementInput.parse({ key, handIn: false, report: { ...typed, summary: told() }, ...more });
};
const addition = (caseId: string, more: object = {}) =>
  fileStatementInput.parse({
    key: randomUUID(),
    handIn: false,
    addition: { caseId, text: told(), targets: [{ kind: "domain", value: "vi-du.example" }] },
    ...more,
  });
const filesOf = (caseId: string) =>
  asSystem((tx) => tx.attachment.findMany({ where: { caseId, isStatement: true } }));
const isOnDisk = (bytes: Buffer) => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return access(join(env().filesDir, sha256.slice(0, 2), sha256)).then(
    () => true,
    () => false,
  );
};

it("keeps the pasted text in full and the uploaded file byte for byte, once per key", async () => {
  const { investigator, bank } = await setScene();
  const original = `${told()}\n${"chuyển tiếp ".repeat(1_000)}`;
  const input = opening(bank.id, { original });
  const [filed] = await Promise.all([fileStatement(investigator, input), fileStatement(investigator, input)]);
  const [text, ...others] = await filesOf(filed.caseId);
  expect(others).toEqual([]);
  expect(text).toMatchObject({ requestId: null, mediaType: "text/plain; charset=utf-8" });
  expect((await takeFile(investigator, text!.id)).bytes.toString("utf8")).toBe(original.trim());

  const bytes = Buffer.from(`ngay;no\n01/11/2026;1000000\n${randomUUID()}`);
  const more = addition(filed.caseId);
  await fileStatement(investigator, more, { name: "sao ke.csv", bytes });
  const file = (await filesOf(filed.caseId)).find(({ name }) => name === "sao ke.csv")!;
  expect((await takeFile(investigator, file.id)).bytes.equals(bytes)).toBe(true);
  // The same key with another file is another act.
  await expect(
    fileStatement(investigator, more, { name: "sao ke.csv", bytes: Buffer.from("ngay;no\n1;2\n") }),
  ).rejects.toMatchObject({ code: "key-reused" });
});

it("takes no file that bears a mark or is not what its name says, and then files nothing", async () => {
  const { investigator, bank, police } = await setScene();
  const before = await asSystem((tx) => tx.case.count({ where: { unitId: police.id } }));
  const refused = (name: string, content: string) =>
    fileStatement(investigator, opening(bank.id), { name, bytes: Buffer.from(content) }).catch(
      ({ details }: { details: unknown }) => details,
    );
  expect(await refused("sao ke.csv", "MẬT\nngay;no\n")).toEqual({ fields: { original: "file.secret" } });
  expect(await refused("sao ke.xlsx", "ngay;no\n")).toEqual({ fields: { original: "file.mismatch" } });
  expect(await asSystem((tx) => tx.case.count({ where: { unitId: police.id } }))).toBe(before);
});

it("keeps nothing of what somebody without the case sends", async () => {
  const { caseId, police, liaison, bank } = await setScene();
  const stranger = await setScene();
  const send = async (actor: Actor, input: ReturnType<typeof addition>) => {
    const bytes = Buffer.from(`ngay;no\n${randomUUID()}`);
    const code = await fileStatement(actor, input, { name: "sao ke.csv", bytes }).catch(
      (problem: { code: string }) => problem.code,
    );
    expect(await isOnDisk(bytes)).toBe(false);
    return code;
  };
  expect(await send(stranger.investigator, addition(caseId))).toBe("not-found");
  expect(await send(stranger.investigator, addition(randomUUID()))).toBe("not-found");
  expect(await send(await makePerson("investigator", police), addition(caseId))).toBe("not-allowed");
  expect(await send(liaison, addition(caseId))).toBe("not-allowed");
  expect(await send(liaison, opening(bank.id))).toBe("not-allowed");
});

it("never lies on a request, in its talk or beside a decision, whoever writes", async () => {
  const scene = await setScene();
  const filed = await fileStatement(scene.investigator, addition(scene.caseId, { original: told() }));
  const { id } = (await filesOf(filed.caseId))[0]!;
  const { requestId } = await makeDraft(scene);
  const write = (sql: string, ...values: unknown[]) =>
    asActor(scene.investigator, (tx) => statement(tx, sql, values));
  await expect(write("update attachment set request_id = $2 where id = $1", id, requestId)).rejects.toThrow();
  await expect(write("update attachment set is_statement = false where id = $1", id)).rejects.toThrow();
  await expect(
    asSystem((tx) => statement(tx, "update attachment set is_statement = false where id = $1", [id])),
  ).rejects.toThrow(/from its beginning/);
  expect(await filesOf(filed.caseId)).toHaveLength(1);
  // Its desk knows of no such file.
  await expect(takeFile(scene.liaison, id)).rejects.toMatchObject({ code: "not-found" });
});
