"use client";

// A file of its own: this page belongs to every page's first download, the whole of messages/vi.json must not.
import words from "@/messages/failure.json";
import "./globals.css";

/** The frame itself failed: nothing from the server can be relied on, so both languages stand here. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="vi">
      <body>
        <main className="door">
          <div className="card empty" role="alert">
            <h1 className="h2">{words.vi.title}</h1>
            <p className="mut">{words.vi.text}</p>
            <div lang="en" className="stack-1">
              <p className="fw6">{words.en.title}</p>
              <p className="mut">{words.en.text}</p>
            </div>
            {error.digest ? <p className="id">{error.digest}</p> : null}
            <button type="button" className="btn btn-primary" onClick={reset}>
              {words.vi.retry} <span lang="en">/ {words.en.retry}</span>
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
