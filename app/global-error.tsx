"use client";
/** What is shown where the frame of all pages itself failed: in each language, since words may be what is missing. */
import "./globals.css";
import { fault as english } from "../lib/words/en/fault";
import { LANGUAGE_NAMES, LANGUAGES } from "../lib/words/languages";
import { fault as chinese } from "../lib/words/zh/fault";

const TEXTS = { en: english, zh: chinese };

export default function FrameError() {
  return (
    <html lang="en">
      <body>
        <title>Prompt Cache Playground</title>
        <main className="mx-auto max-w-prose p-6">
          <h1 className="font-semibold tracking-tight">Prompt Cache Playground</h1>
          {LANGUAGES.map((language) => (
            <section key={language} lang={LANGUAGE_NAMES[language].tag} className="mt-6">
              <h2 className="text-xl font-semibold tracking-tight">{TEXTS[language].head}</h2>
              <p className="mt-2">{TEXTS[language].means}</p>
              <button
                type="button"
                className="mt-3 rounded-md border border-line bg-panel px-2.5 py-1 hover:bg-hover"
                onClick={() => window.location.reload()}
              >
                {TEXTS[language].tryAgain}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
