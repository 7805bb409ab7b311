import { firstLoadOf } from "@/bench/first-load";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

/** Gzip, as docs/figures.md has it: what one import too many brings to everybody's first page is noticed here. */
const most = 180_000;

test("the worklists load at most 180 kB of scripts, and nothing from outside", async ({ as, baseURL }) => {
  const scene = await setScene();
  for (const [person, path] of [
    [scene.liaison, paths.queue],
    [scene.investigator, paths.requests],
  ] as const) {
    const { request } = await as(person);
    const read = async (address: string) => (await request.get(address)).text();
    const { bytes, outside } = await firstLoadOf(await read(path), baseURL!, read);
    expect(bytes, path).toBeGreaterThan(50_000);
    expect(bytes, path).toBeLessThanOrEqual(most);
    expect(outside, path).toEqual([]);
  }
});
