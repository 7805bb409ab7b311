import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { climbWhileKilled, type Course, floodFrom, toldOf } from "@/prisma/factories/ladder-flood";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";

afterAll(closeDatabase);

const hour = 60;
/** Far from every instant that a jump of the clock reaches: what is told depends on no machine's speed. */
const courses: readonly (Course & { told: readonly string[] })[] = [
  { begun: 60 * hour, ends: 40 * hour, told: ["first_reminder"] },
  { begun: 90 * hour, ends: 10 * hour, told: ["second_reminder"] },
  { begun: 9 * hour, ends: -0.5 * hour, told: ["breach"] },
  { begun: 9 * hour, ends: -2.5 * hour, told: ["breach", "manager"] },
  { begun: 60 * hour, ends: -25 * hour, told: ["breach", "manager", "head", "overseer", "committee"] },
  { begun: 60 * hour, ends: -25 * hour, isAnswered: true, told: [] },
];

it("tells every reminder, breach and rung exactly once while workers are killed and clocks jump", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const flood = await floodFrom(requestId, 1_200, courses);
  expect(await climbWhileKilled(flood, { workers: 3, kills: 6, jumps: "0,10,-10" })).toBe(6);
  const told = await toldOf(flood);
  const wrong = told.filter((clock, index) => {
    const expected = courses[index % courses.length]!.told;
    const events = expected.filter((rung) => !rung.endsWith("reminder")).length;
    return (
      clock.told.join() !== expected.join() ||
      clock.events !== events ||
      clock.climbed !== Math.max(0, events - 1) ||
      clock.words !== clock.planned
    );
  });
  expect(told).toHaveLength(1_200);
  expect(wrong).toEqual([]);
}, 180_000);
