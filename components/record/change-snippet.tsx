/** What changed against the request before in its lane, with the first differing words. */
import type { SessionChange } from "../../lib/sessions/session-view";
import { showWhitespace } from "../why/show-whitespace";
import { splitSnippet } from "../why/split-snippet";

interface ChangeSnippetProps {
  readonly change: SessionChange;
  readonly number: number;
  readonly previous: number | null;
}

const NOTHING = "nothing";

function namePlace({ what, message }: SessionChange): string {
  if (what === "message") return message === null ? "a message" : `message ${message}`;
  return { model: "the model", tools: "the tools", system: "the system message" }[what];
}

export function ChangeSnippet({ change, number, previous }: ChangeSnippetProps) {
  const { before, after, rest } = splitSnippet(change.before, change.after);
  const shared = showWhitespace(change.shared);
  const piece = "font-mono text-[12px] leading-5 break-words whitespace-pre-wrap";
  return (
    <section aria-label="What changed">
      <h3 className="font-semibold">What changed in {namePlace(change)}</h3>
      <dl className="mt-1.5 overflow-hidden rounded-md border border-line">
        <dt className="bg-raised px-2 pt-1 text-[11px] text-mute">request {previous ?? "before"}</dt>
        <dd className={`bg-raised px-2 pb-1.5 ${piece}`}>
          <span className="text-mute">{shared}</span>
          <del className="rounded-sm bg-line-soft text-mute">{showWhitespace(before) || NOTHING}</del>
          <span className="text-mute">{showWhitespace(rest)}</span>
        </dd>
        <dt className="border-t border-line bg-panel px-2 pt-1 text-[11px] text-mute">request {number}</dt>
        <dd className={`bg-panel px-2 pb-1.5 ${piece}`}>
          <span className="text-mute">{shared}</span>
          <ins className="rounded-sm bg-bad-wash font-semibold text-bad no-underline">
            {showWhitespace(after) || NOTHING}
          </ins>
          <span className="text-mute">{showWhitespace(rest)}</span>
        </dd>
      </dl>
    </section>
  );
}
