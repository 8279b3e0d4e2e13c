/** What changed against the request that this one is held against, with the first differing words. */
import type { Change } from "../../lib/reasons/first-difference";
import { WordsSnippet } from "../why/words-snippet";

interface ChangeSnippetProps {
  readonly change: Change;
  readonly number: number;
  readonly previous: number | null;
}

function namePlace({ what, message }: Change): string {
  if (what === "message") return message === null ? "a message" : `message ${message}`;
  return { model: "the model", tools: "the tools", system: "the system message" }[what];
}

export function ChangeSnippet({ change, number, previous }: ChangeSnippetProps) {
  return (
    <section aria-label="What changed">
      <h3 className="font-semibold">What changed in {namePlace(change)}</h3>
      <WordsSnippet
        words={change}
        names={[`request ${previous ?? "before"}`, `request ${number}`]}
        none="nothing"
      />
    </section>
  );
}
