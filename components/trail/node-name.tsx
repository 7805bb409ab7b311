import { useTranslations } from "next-intl";
import { Identifier } from "@/components/ui/identifier";
import type { TrailNode } from "@/lib/money/trail/types";

/** Who or what a node is: the victim, or institution and account with its holder. */
export function NodeName({
  node: { kind, institution, account, name },
  copy = false,
}: {
  node: TrailNode;
  copy?: boolean;
}) {
  const t = useTranslations("trail");
  if (kind === "victim")
    return (
      <>
        <span className="fw5">{name}</span>
        {institution || account ? (
          <span className="sub">
            {institution} {account ? <Identifier value={account} copy={copy} /> : null}
          </span>
        ) : null}
      </>
    );
  return (
    <>
      <span className="fw5">{institution ?? t("noInstitution")}</span>{" "}
      {account ? <Identifier value={account} copy={copy} /> : null}
      <span className="sub">{name ?? t("noHolder")}</span>
    </>
  );
}
