"use client";

import { FileText } from "@/components/icons/file-text";
import { Upload } from "@/components/icons/upload";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFieldProps } from "./field";
import { useInBrowser } from "./use-in-browser";

const kilobyte = 1024;

/** Bytes as people read them; nothing at all is 0 bytes, and less than a kilobyte is one. `1,4 MB` needs the reader's decimal sign, so the number goes to the words as a number. */
function sizeOf(bytes: number): { unit: "bytes" | "kilobytes" | "megabytes"; value: number } {
  if (bytes === 0) return { unit: "bytes", value: 0 };
  if (bytes < kilobyte * kilobyte) return { unit: "kilobytes", value: Math.ceil(bytes / kilobyte) };
  return { unit: "megabytes", value: Math.round((bytes / kilobyte / kilobyte) * 10) / 10 };
}

/** Files chosen by button or dropped. `onChange` gets the whole list; the server checks them again, whatever is said here. */
export function FileInput({
  files,
  onChange,
  accept,
  multiple = false,
  maxBytes,
  id,
}: {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** As in HTML: ".pdf,.png". */
  accept?: string;
  multiple?: boolean;
  /** Of each file, in bytes. */
  maxBytes?: number;
  id?: string;
}) {
  const t = useTranslations("ui.files");
  const field = useFieldProps({ id });
  const input = useRef<HTMLInputElement>(null);
  // Closed until the script runs: a file that was chosen before would be lost unsaid.
  const waits = !useInBrowser();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);

  function take(list: FileList | null): void {
    const given = [...(list ?? [])];
    const fits = given.filter((file) => maxBytes === undefined || file.size <= maxBytes);
    setRefused(given.filter((file) => !fits.includes(file)).map((file) => file.name));
    if (fits.length > 0) onChange(multiple ? [...files, ...fits] : fits.slice(0, 1));
    if (input.current) input.current.value = ""; // choosing the same file again must be noticed
  }

  return (
    <div
      className="drop"
      data-over={over}
      data-waits={waits ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        {...field}
        ref={input}
        type="file"
        className="vh"
        accept={accept}
        multiple={multiple}
        disabled={waits}
        onChange={(event) => take(event.target.files)}
      />
      <div className="row wrap">
        <button
          type="button"
          className="btn btn-sm"
          tabIndex={-1}
          aria-hidden
          disabled={waits}
          onClick={() => input.current?.click()}
        >
          <Upload className="i" aria-hidden />
          {t("choose", { multiple: String(multiple) })}
        </button>
        <span className="t13 mut wide">{t("orDrop")}</span>
      </div>
      {files.length > 0 ? (
        <ul className="stack-1 w-full">
          {files.map((file, index) => {
            const { unit, value } = sizeOf(file.size);
            return (
              <li className="row t13" key={`${file.name}-${index}`}>
                <FileText className="i" aria-hidden />
                <span className="trunc">{file.name}</span>
                <span className="dim num nw">{t(unit, { value })}</span>
                <button
                  type="button"
                  className="btn btn-sm btn-icon btn-ghost push"
                  aria-label={t("remove", { name: file.name })}
                  onClick={() => onChange(files.filter((_, other) => other !== index))}
                >
                  <X className="i" aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      <div role="alert">
        {refused.length > 0 && maxBytes !== undefined ? (
          <p className="error">
            {t("tooLarge", {
              names: refused.join(", "),
              count: refused.length,
              megabytes: Math.floor(maxBytes / kilobyte / kilobyte),
            })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
