/** What a tool marks, and which of it counts: sent markers in their order, those without effect grey with the reason. */

import type { FoldedMarker } from "../../lib/connect/fold-markers";
import type { PlacementEvidence } from "../../lib/placement/known-placements";
import type { Said } from "../../lib/words/message";
import { CodeText } from "../ui/code-text";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { EVIDENCE_WORDS } from "./evidence-words";

interface MarkerFoldProps {
  readonly markers: readonly FoldedMarker[];
  readonly note: Said | null;
  readonly evidence: PlacementEvidence;
  readonly source: string;
  readonly asOf: string;
}

export function MarkerFold({ markers, note, evidence, source, asOf }: MarkerFoldProps) {
  const { t, say } = useWords();
  const effective = markers.filter(({ lost }) => lost === null).length;
  return (
    <>
      <p className="mt-2" data-fold={`${markers.length} sent, ${effective} effective`}>
        <strong className="font-semibold">
          {t("connect.sentEffective", { sent: markers.length, effective })}
        </strong>{" "}
        <Hint text={source}>
          <a href={source} target="_blank" rel="noreferrer">
            <Tag>{t("connect.evidenceAsOf", { evidence: t(EVIDENCE_WORDS[evidence]), asOf })}</Tag>
          </a>
        </Hint>
      </p>
      <ol className="mt-2 space-y-1">
        {markers.map(({ place, segment, lost }) => (
          <li key={say(place)} className={`flex items-baseline gap-2.5 ${lost ? "text-mute" : ""}`}>
            <span
              aria-hidden
              className={`size-2 shrink-0 rotate-45 rounded-[1.5px] border border-current ${lost ? "" : "bg-current text-read"}`}
            />
            <span className="w-20 shrink-0 font-mono text-xs text-mute">
              {segment.startsWith("message") ? "messages" : segment}
            </span>
            <span>
              <span className={lost ? "line-through decoration-1" : ""}>{say(place)}</span>
              {lost && <span className="ml-2 text-xs">{say(lost)}</span>}
            </span>
          </li>
        ))}
      </ol>
      {note && (
        <p className="mt-2 text-mute">
          <CodeText text={say(note)} />
        </p>
      )}
    </>
  );
}
