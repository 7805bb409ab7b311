import { getWords } from "@/lib/i18n/words";

/**
 * Says that the portal answers, for whoever watches it from outside: no session, no query, no person. Dynamic like every page
 * (its nonce is new each time), so it is also the floor that the bench measures the worklists against.
 */
export default async function StatusPage() {
  const t = await getWords("frame");
  return (
    <main id="main" className="door">
      <h1 className="h1">{t("name")}</h1>
    </main>
  );
}
