"use client";

import { useCallback, useState } from "react";
import type { FileRefusal } from "@/lib/files/kinds";

type Place = { caseId: string } | { requestId: string; itemId?: string; thread?: "1" } | { appealId: string };
export type Uploaded = { id: string; name: string; size: number; sha256: string; isWaiting?: boolean };
export type UploadTrouble = { name: string; code: FileRefusal | "failed"; signature?: string };

/** Sends files one after another, so that one that fails leaves the others alone. Returns what was taken. */
export function useUpload(place: Place) {
  const [pending, setPending] = useState(0);
  const [troubles, setTroubles] = useState<UploadTrouble[]>([]);
  const upload = useCallback(
    async (files: readonly File[]): Promise<Uploaded[]> => {
      setTroubles([]);
      setPending(files.length);
      const added: Uploaded[] = [];
      const trouble: UploadTrouble[] = [];
      for (const file of files) {
        const answer = await send(place, file);
        added.push(...answer.added);
        trouble.push(...answer.refused);
        setPending((left) => left - 1);
      }
      setTroubles(trouble);
      setPending(0);
      return added;
    },
    [place],
  );
  return { upload, pending, troubles };
}

async function send(place: Place, file: File): Promise<{ added: Uploaded[]; refused: UploadTrouble[] }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(place)) if (value) form.set(name, value);
  form.set("files", file);
  try {
    const response = await fetch("/api/files", { method: "POST", body: form });
    const answer = (await response.json()) as
      { ok: true; data: { added: Uploaded[]; refused: UploadTrouble[] } } | { ok: false; code: string };
    if (answer.ok) return answer.data;
    return {
      added: [],
      refused: [
        {
          name: file.name,
          code: answer.code === "not-allowed" || answer.code === "not-now" ? "notAllowed" : "failed",
        },
      ],
    };
  } catch {
    return { added: [], refused: [{ name: file.name, code: "failed" }] };
  }
}
