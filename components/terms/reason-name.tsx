"use client";
/** The name of a reason with its explanation, and its code beside it for those who search. */
import { explainReason } from "../../lib/glossary/reason-terms";
import type { ReasonKind } from "../../lib/reasons/kinds";
import { useWords } from "../words/use-words";
import { ExplainedWord } from "./term";

interface ReasonNameProps {
  readonly code: ReasonKind;
  readonly withCode?: boolean;
}

export function ReasonName({ code, withCode = true }: ReasonNameProps) {
  const { say } = useWords();
  const term = explainReason(code);
  return (
    <>
      <ExplainedWord term={term} className="font-medium">
        {say(term.name)}
      </ExplainedWord>
      {withCode && (
        <code lang="en" className="font-mono text-[11px] font-normal text-mute">
          {" · "}
          {code}
        </code>
      )}
    </>
  );
}
