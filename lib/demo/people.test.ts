import { afterEach, expect, it, vi } from "vitest";
import { demoCodeOf, demoPeople, enterAsDemoPerson } from "./people";

afterEach(() => vi.unstubAllEnvs());

it.each(["", "0", "true", "yes"])(
  "outside the demo (LACHAN_DEMO=%j) nobody is listed, no code is told, nobody enters by a click",
  async (value) => {
    vi.stubEnv("LACHAN_DEMO", value);
    await expect(demoPeople()).rejects.toMatchObject({ code: "not-found" });
    await expect(demoCodeOf("0192a000-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(enterAsDemoPerson("khoi@lachan.example", null)).rejects.toMatchObject({ code: "not-found" });
  },
);
