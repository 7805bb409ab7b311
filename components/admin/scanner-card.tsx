import { getWords } from "@/lib/i18n/words";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";

const tones = { none: "amber", up: "green", down: "red" } as const;

/** Whether files are scanned for malware in this installation, and whether the scanner answers now. */
export async function ScannerCard({ state }: { state: keyof typeof tones }) {
  const t = await getWords("admin.overview.scan");
  return (
    <Card title={t("title")}>
      <Note tone={tones[state]}>{t(state)}</Note>
    </Card>
  );
}
