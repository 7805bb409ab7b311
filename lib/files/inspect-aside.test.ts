import { expect, it, vi } from "vitest";
import { inspect } from "./inspect";
import { inspectAside } from "./inspect-aside";
import { largestFile } from "./kinds";

// A thread that was ended begins anew, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
vi.mock("@/lib/log", () => ({ log: { warn: () => undefined } }));

it("a thread aside says what the inspection itself says, of as many files as come at once", async () => {
  const files = [
    ["sao kê.txt", Buffer.from("số tiền")],
    ["a.txt", Buffer.from("CỘNG HÒA\nMẬT\n")],
    ["a.exe", Buffer.from("MZ")],
    ["a.pdf", Buffer.from("%PDF-1.7 ")],
  ] as const;
  expect(await Promise.all(files.map(([name, bytes]) => inspectAside(name, bytes)))).toEqual(
    files.map(([name, bytes]) => inspect(name, bytes)),
  );
});

it("a file that is not done in time is refused, and the next one is examined all the same", async () => {
  const large = Buffer.alloc(largestFile, "so tien ");
  expect(await inspectAside("a.txt", large, 0)).toEqual({ ok: false, code: "unexamined" });
  expect(await inspectAside("a.txt", large)).toMatchObject({ ok: true });
});
