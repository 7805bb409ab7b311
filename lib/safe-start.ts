import { env, UnsafeEnvironment } from "@/lib/env";

/**
 * Ends the process when a setting is missing or unsafe: a portal that signs with an example secret is worse
 * than one that is down. Names the settings on stderr, never their values.
 */
export function refuseUnsafeStart(): void {
  try {
    env();
  } catch (problem) {
    if (!(problem instanceof UnsafeEnvironment)) throw problem;
    const lines = problem.problems.map(({ name, problem: what }) => `  ${name}: ${what}`);
    process.stderr.write(
      [
        "Từ chối khởi động: thiết lập thiếu hoặc không an toàn.",
        "Refusing to start: unsafe settings.",
        ...lines,
        "",
      ].join("\n"),
    );
    process.exit(1);
  }
}
