import { defineConfig } from "@playwright/test";

/** The flags keep Chromium from phoning home and let it run as root in a container without a GPU. */
const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `scripts/e2e.mjs` starts database, web and worker and finds the browser; this file only drives it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "test-results/e2e.json" }]],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3200",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // A trace of every act costs a third of the processor: asked for where a failure is looked into.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: chromiumFlags },
  },
  projects: [
    {
      name: "desktop",
      testMatch: /\.spec\.ts$/,
      testIgnore: /\.phone\.spec\.ts$/,
      use: { browserName: "chromium", viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testMatch: /\.phone\.spec\.ts$/,
      use: { browserName: "chromium", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
