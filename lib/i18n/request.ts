import { getRequestConfig } from "next-intl/server";
import { cookies } from "next/headers";
import { timeZone } from "./languages";
import { readPreferences } from "./preferences";

/** next-intl asks this once per request: no language in the address, it comes from the person's cookie. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const { language } = readPreferences((name) => jar.get(name)?.value);
  const { default: messages } = (await import(`../../messages/${language}.json`)) as {
    default: Record<string, unknown>;
  };
  return { locale: language, timeZone, messages };
});
