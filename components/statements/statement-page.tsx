import { BrowserWords } from "@/components/ui/browser-words";
import type { SavedDraft } from "@/lib/drafts/schema";
import vietnamese from "@/messages/vi.json";
import type { StatementOptions, StatementReading } from "@/lib/statements/types";
import { StatementDesk } from "./statement-desk";

/** The desk with its words. Grounds go into a letter, so their form is Vietnamese in every language of the screen. */
export function StatementPage({
  options,
  draft,
  first,
}: {
  options: StatementOptions;
  draft: SavedDraft | null;
  first: StatementReading | null;
}) {
  return (
    <BrowserWords
      names={[
        "statement",
        "files.refused",
        "cases",
        "kinds",
        "requests.urgency",
        "errors",
        "money",
        "targets",
        "drafts",
        "answers.choose",
        "answers.fields",
        "answers.filesBelow",
        "answers.hints",
        "answers.options",
        "deconfliction",
      ]}
    >
      <StatementDesk
        options={options}
        draft={draft}
        first={first}
        groundsForms={{
          paid: vietnamese.statement.groundsForm, // words: statement.groundsForm
          plain: vietnamese.statement.groundsPlain, // words: statement.groundsPlain
        }}
        now={new Date().toISOString()}
      />
    </BrowserWords>
  );
}
