import { afterEach, expect, it, vi } from "vitest";

vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
const loaded = vi.fn();
vi.mock("./people", () => {
  loaded();
  return {};
});
const { enterAsAction, ownDemoCodeAction } = await import("./actions");

afterEach(() => vi.unstubAllEnvs());

it.each(["", "0", "true", "yes"])(
  "outside the demo (LACHAN_DEMO=%j) a click leads to the door, no code is told, and the demo's people are not even loaded",
  async (value) => {
    vi.stubEnv("LACHAN_DEMO", value);
    const form = new FormData();
    form.set("email", "khoi@lachan.example");
    await expect(enterAsAction(form)).rejects.toThrow("to /sign-in");
    expect(await ownDemoCodeAction()).toBeNull();
    expect(loaded).not.toHaveBeenCalled();
  },
);
