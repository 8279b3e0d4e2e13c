"use client";
/** A word of the field, underlined with dots: its explanation shows on hover, on focus and by a tap. */
import type { ReactNode } from "react";
import { type Term as Explained, findTerm, type TermId } from "../../lib/glossary/terms";
import type { Taught } from "../../lib/lessons/ladder";
import { HoverCard } from "../ui/hover-card";
import { useWords } from "../words/use-words";
import { LessonLink } from "./lesson-link";

interface ExplainedWordProps {
  readonly term: Explained;
  /** What a lesson may explain further. */
  readonly taught?: Taught;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Words under which a term is explained. They stand in a sentence: never inside another button. */
export function ExplainedWord({ term, taught, children, className = "" }: ExplainedWordProps) {
  const { say } = useWords();
  return (
    <HoverCard
      card={
        <>
          <strong className="block font-semibold">{say(term.name)}</strong>
          {say(term.says)}
          {taught && (
            <>
              {" "}
              <LessonLink taught={taught} />
            </>
          )}
        </>
      }
    >
      <button
        type="button"
        aria-description={say(term.says)}
        // As large as a finger needs, without moving the lines around it.
        className={`-mx-0.5 -my-1 px-0.5 py-1 cursor-help text-left decoration-faint decoration-dotted underline-offset-3 [text-decoration-line:underline] hover:decoration-ink ${className}`}
      >
        {children}
      </button>
    </HoverCard>
  );
}

interface TermProps {
  readonly id: TermId;
  /** Absent: the term's own name. */
  readonly children?: ReactNode;
  readonly className?: string;
}

export function Term({ id, children, className = "" }: TermProps) {
  const { say } = useWords();
  const term = findTerm(id);
  return (
    <ExplainedWord term={term} taught={`term:${id}`} className={className}>
      {children ?? say(term.name)}
    </ExplainedWord>
  );
}
