import { asSystem, databaseNow } from "@/lib/db";
import { callDuty } from "./call-duty";
import { tellColleagues } from "./tell-colleagues";

/** What the worker does about duty every few seconds: calls who is on duty, tells colleagues of each other's words. Returns how many. */
export async function keepDuty(): Promise<number> {
  const called = await callDuty();
  return called + (await asSystem(async (tx) => tellColleagues(tx, await databaseNow(tx))));
}
