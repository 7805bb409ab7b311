import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { scramVerifier } from "./database-roles.mjs";
import { isAtLeast, requireNode } from "./node-version.mjs";
import { runtime } from "./runtime.mjs";
import { isPortFree, requireDisk, requirePort } from "./requirements.mjs";

describe("what a machine must have", () => {
  it.each([
    ["20.19.0", true],
    ["v20.19.0", true],
    ["20.20.2", true],
    ["22.1.0", true],
    ["20.18.9", false],
    ["18.99.99", false],
    ["9.30.0", false],
  ])("Node %s is new enough: %s", (version, isEnough) => {
    expect(isAtLeast(version, "20.19.0")).toBe(isEnough);
  });

  it("says in both languages that Node is too old", () => {
    expect(() => requireNode("18.20.4")).toThrow(/quá cũ[^]*too old/);
    expect(() => requireNode()).not.toThrow();
  });

  it("refuses an old Node before any command begins, in both languages and with a code of its own", () => {
    // Only the check itself is run: a command that did not refuse would begin its work.
    const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } });`;
    const check = new URL("enough-node.mjs", import.meta.url);
    const run = (before) =>
      spawnSync(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          `${before} await import(${JSON.stringify(check.href)}); console.log("went on");`,
        ],
        { encoding: "utf8" },
      );
    const refused = run(old);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^Node 18\.20\.4 quá cũ: .*\nNode 18\.20\.4 is too old: .*\n$/);
    expect(refused.stdout).toBe("");
    expect(run("")).toMatchObject({ status: 0, stdout: "went on\n" });
  });

  it("runs the portal on a maintained Node: the one that started it, or the one of the lock file", () => {
    expect(runtime("24.0.0")).toBe(process.execPath);
    expect(runtime("26.10.0")).toBe(process.execPath);
    const own = runtime("20.19.0");
    const { stdout } = spawnSync(own, ["--version"], { encoding: "utf8" });
    // Platforms for which the registry has none keep the Node that they have.
    expect(own === process.execPath || isAtLeast(stdout.trim(), "24.0.0")).toBe(true);
  });

  it("keeps the Node it has where there is none for the platform", () => {
    expect(runtime("20.19.0", "plan9-mips")).toBe(process.execPath);
  });

  it("asks for Node first in everything that npm starts", () => {
    const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    const files = [
      ...new Set(Object.values(scripts).flatMap((line) => /^node scripts\/(\S+\.mjs)/.exec(line)?.[1] ?? [])),
    ];
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(new URL(file, import.meta.url), "utf8");
      const first = /^import\s.*$/m.exec(text)?.[0];
      // The three that run on a bare clone say so themselves, before they import anything that is newer.
      const saysSo =
        /await main\(async \(\) => \{\s*requireNode\(\);|async function demo\(\) \{\s*requireNode\(\);/.test(
          text,
        );
      expect([file, saysSo || first === 'import "./enough-node.mjs";']).toEqual([file, true]);
    }
  });

  it("ends with code 1 and both lines, without a stack, when a port is taken or the disk is full", async () => {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address();
    const of = (name) => JSON.stringify(new URL(name, import.meta.url).href);
    const run = (call) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [
          "--input-type=module",
          "-e",
          `const { main } = await import(${of("messages.mjs")}); const { requireDisk, requirePort } = await import(${of("requirements.mjs")}); await main(async () => ${call});`,
        ]);
        let said = "";
        child.stderr.on("data", (chunk) => (said += chunk));
        child.on("exit", (code) => resolve({ code, lines: said.trim().split("\n") }));
      });
    const taken = await run(`requirePort(${port}, "PORT")`);
    const full = await run(`requireDisk("/no/such/folder", 1e9)`);
    await new Promise((resolve) => server.close(resolve));
    expect(taken).toMatchObject({
      code: 1,
      lines: [/đang được chương trình khác dùng/, /is used by another/].map((line) =>
        expect.stringMatching(line),
      ),
    });
    expect(full).toMatchObject({
      code: 1,
      lines: [/gần đầy/, /nearly full/].map((line) => expect.stringMatching(line)),
    });
  });

  it("says that the disk is full, also for a folder that is still to be made", () => {
    expect(() => requireDisk("/no/such/folder", 1e9)).toThrow(/gần đầy[^]*nearly full/);
    expect(() => requireDisk(".", 0)).not.toThrow();
  });

  it.each(["127.0.0.1", "0.0.0.0"])(
    "notices a program that listens on %s and names the setting",
    async (host) => {
      const server = createServer();
      await new Promise((resolve) => server.listen(0, host, resolve));
      const { port } = server.address();
      expect(await isPortFree(port)).toBe(false);
      await expect(requirePort(port, "PORT")).rejects.toThrow(/PORT=/);
      await new Promise((resolve) => server.close(resolve));
      expect(await isPortFree(port)).toBe(true);
    },
  );

  it("starts demo, test and check before anything is installed", () => {
    for (const name of [
      "demo",
      "test",
      "check",
      "messages",
      "node-version",
      "enough-node",
      "install",
      "processes",
      "requirements",
    ]) {
      const text = readFileSync(new URL(`${name}.mjs`, import.meta.url), "utf8");
      const imported = [...text.matchAll(/^import .* from "([^"]+)"/gm)].map(([, from]) => from);
      expect(imported.filter((from) => !/^(node:|\.\/)/.test(from))).toEqual([]);
    }
  });
});

it("stores a password as PostgreSQL does (RFC 7677's example)", () => {
  const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
  expect(scramVerifier("pencil", salt)).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});
