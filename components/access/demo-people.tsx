import { useTranslations } from "next-intl";
import type { DemoPerson } from "@/lib/demo/people";
import { EnterForm } from "./enter-form";
import { RefreshCodes } from "./refresh-codes";

/** The people of the demonstration: one click signs in; their code of this moment stands beside. */
export function DemoPeople({
  people,
  password,
  now,
}: {
  people: DemoPerson[];
  password: string;
  now: number;
}) {
  const t = useTranslations();
  // words: roles.*
  return (
    <section className="si-people" aria-labelledby="demo-people">
      <RefreshCodes now={now} />
      <h2 className="h2" id="demo-people">
        {t("signIn.demo.title")}
      </h2>
      <p className="t13 mut">
        {t("signIn.demo.lead")} <code className="id">{password}</code>
      </p>
      <ul>
        {people.map(({ email, name, organisation, roles, code }) => (
          <li key={email}>
            <EnterForm email={email}>
              <span className="grow">
                <b className="fw6">{name}</b>{" "}
                <span className="t12 mut">{roles.map((role) => t(`roles.${role}`)).join(", ")}</span>
                <span className="sub t12 mut">{organisation}</span>
                <span className="sub t12 dim">{email}</span>
              </span>
              <span className="id num" title={t("signIn.demo.code")}>
                {code}
              </span>
            </EnterForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
