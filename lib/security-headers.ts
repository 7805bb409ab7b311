/** What every answer carries, page or file. Anchors: OWASP ASVS 5.0 3.4, OWASP secure headers. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "X-DNS-Prefetch-Control": "off",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), serial=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
};

/** Nothing in the answer may run, load or be framed: for data, downloads and static files opened by themselves. */
export const inertPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/**
 * The content security policy of a page. Scripts and style elements need the nonce of this one answer.
 * `isDevelopment` adds what the development server's reload needs and nothing that production has.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return rules.join("; ");
}

/** Signed in or not: what a monitor asks. */
const openData = ["/api/auth/", "/api/health", "/api/ready", "/api/metrics"];
const isData = (pathname: string) =>
  (pathname.startsWith("/api/") && !openData.some((open) => pathname.startsWith(open))) ||
  /\/(file|bundle)$/.test(pathname);

/**
 * Whether another site sends somebody's browser for a file or for data: taking a list is recorded and counted in his name. The browser
 * itself says where a request comes from; a page may be opened from anywhere, from a mail as well.
 */
export function isLedFromElsewhere(pathname: string, fetchSite: string | null): boolean {
  return fetchSite === "cross-site" && isData(pathname);
}

/**
 * Whether a request may be let through to the application. Everything that may change something must say that it
 * comes from this very site: a missing Origin and a foreign one are both refused, whatever other headers claim. So is "null",
 * which a browser says under our referrer policy when it posts a form by itself: changes are sent by script.
 */
export function isOwnRequest(method: string, origin: string | null, appOrigin: string): boolean {
  return method === "GET" || method === "HEAD" || origin === appOrigin;
}
