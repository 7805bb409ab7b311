import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { fileStatement } from "@/lib/statements/commands";
import { fileStatementInput } from "@/lib/statements/schema";
import { answerNext } from "@/prisma/factories/answered";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { countDocuments, documentsPerPage, listDocuments } from "./queries";
import { documentFilter } from "./schema";

afterAll(closeDatabase);

const all = documentFilter.parse({});
const text = (name: string) => ({ name, bytes: Buffer.from(`${name} ${randomUUID()}`) });

it("lists the statement, files and letters with who and when, by kind and either way round", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  await fileStatement(
    scene.investigator,
    fileStatementInput.parse({
      key: randomUUID(),
      handIn: false,
      addition: {
        caseId: scene.caseId,
        text: `Trình báo ${randomUUID()}`,
        targets: [{ kind: "domain", value: "vi-du.example" }],
      },
      original: `Trình báo ${randomUUID()}`,
    }),
  );
  await addFiles(scene.investigator, { caseId: scene.caseId }, [text("ho so.txt")]);
  // What its desk laid beside an answer that has not gone out is the desk's own.
  await addFiles(scene.liaison, { requestId }, [text("sao ke.txt")]);
  const page = (await listDocuments(scene.investigator, scene.caseId, all))!;
  expect(page.counts).toEqual({ statement: 1, file: 1, letter: 1 });
  expect(page.rows.map(({ kind }) => kind)).toEqual(["file", "statement", "letter"]);
  const letter = page.rows.at(-1)!;
  const request = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  expect(letter).toMatchObject({
    id: requestId,
    number: request.documentNumber,
    date: request.documentDate!.toISOString().slice(0, 10),
    state: "valid",
    requestCode: request.code,
  });
  expect(letter.by).not.toBe("");
  const to = await asSystem((tx) =>
    tx.organisation.findUniqueOrThrow({ where: { id: request.addresseeOrgId } }),
  );
  expect(page.rows.map(({ addressee }) => addressee)).toEqual([null, null, to.shortName]);
  const oldest = await listDocuments(scene.investigator, scene.caseId, { ...all, sort: "oldest" });
  expect(oldest!.rows.map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id).reverse());
  const files = await listDocuments(scene.investigator, scene.caseId, { ...all, kind: "file" });
  expect(files!.rows.map(({ name }) => name)).toEqual(["ho so.txt"]);
  expect(await countDocuments(scene.investigator, scene.caseId)).toBe(3);
});

it("names the minutes of a freeze from its first answer on, by who gave it", async () => {
  const scene = await setScene({ provinceCode: "U7" });
  const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
  const minutes = async () =>
    (await listDocuments(scene.investigator, scene.caseId, { ...all, kind: "minutes" }))!.rows;
  expect(await minutes()).toEqual([]);
  await answerNext(scene.liaison, requestId);
  expect(await minutes()).toMatchObject([{ id: requestId, requestId, state: null, name: null }]);
  expect((await minutes())[0]!.by).not.toBe("");
});

it("shows them to those who read the case alone, and of a restricted one to who stands in it", async () => {
  const scene = await setScene();
  await makeAcknowledged(scene);
  const stranger = await setScene();
  const colleague = await makePerson("investigator", scene.police);
  const others = [
    scene.liaison,
    stranger.investigator,
    await makePerson("prosecutor", scene.procuracy),
    await makePerson("auditor", scene.police),
  ];
  for (const actor of others) {
    expect(await listDocuments(actor, scene.caseId, all)).toBeNull();
    expect(await countDocuments(actor, scene.caseId)).toBe(0);
  }
  expect((await listDocuments(colleague, scene.caseId, all))!.rows).toHaveLength(1);
  const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
  await restrictCase(scene.commander, {
    key: randomUUID(),
    caseId: scene.caseId,
    version,
    restricted: true,
    reason: "Liên quan cán bộ của đơn vị",
  });
  expect(await listDocuments(colleague, scene.caseId, all)).toBeNull();
  expect((await listDocuments(scene.investigator, scene.caseId, all))!.rows).toHaveLength(1);
});

it("turns the pages of five hundred files without losing one", async () => {
  const scene = await setScene();
  await asSystem((tx) =>
    statement(
      tx,
      `insert into attachment (case_id, owner_org_id, uploaded_by_id, sha256, name, media_type, size, created_at)
        select $1, $2, $3, repeat('a', 64), 'tep ' || n || '.txt', 'text/plain', 10, now() - (n / 3) * interval '1 minute'
        from generate_series(1, 500) n`,
      [scene.caseId, scene.police.id, scene.investigator.userId],
    ),
  );
  const seen = new Set<string>();
  let after: string | undefined;
  let last: string | null = null;
  do {
    const page = (await listDocuments(scene.investigator, scene.caseId, { ...all, after }))!;
    for (const { id } of page.rows) seen.add(id);
    if (after === undefined) expect(page.previous).toBeNull();
    last = page.previous;
    after = page.next ?? undefined;
  } while (after);
  expect(seen.size).toBe(500);
  const before = (await listDocuments(scene.investigator, scene.caseId, { ...all, before: last! }))!;
  expect(before.rows).toHaveLength(documentsPerPage);
});
