"use client";
/** The words of the field with their explanations, to read through or to search. */
import { useState } from "react";
import { listTerms } from "../../lib/glossary/terms";
import { LessonLink } from "../terms/lesson-link";
import { useWords } from "../words/use-words";

export function TermList() {
  const { t, say } = useWords();
  const [sought, setSought] = useState("");
  const wanted = sought.trim().toLowerCase();
  const terms = listTerms().map(({ id, name, says }) => ({ id, name: say(name), says: say(says) }));
  const found = terms.filter(({ name, says }) => `${name} ${says}`.toLowerCase().includes(wanted));
  return (
    <>
      <input
        type="search"
        aria-label={t("header.searchTerms")}
        placeholder={t("header.searchTerms")}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
        className="mt-4 w-full rounded-md border border-line bg-raised px-2.5 py-1.5"
      />
      {found.length === 0 && <p className="mt-3 text-mute">{t("header.noTerm")}</p>}
      <dl className="mt-3 space-y-2.5">
        {found.map(({ id, name, says }) => (
          <div key={id}>
            <dt className="font-semibold">{say(name)}</dt>
            <dd className="text-pretty">
              {say(says)} <LessonLink taught={`term:${id}`} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
