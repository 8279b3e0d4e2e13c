/** What a tool marks, and which of it counts: sent markers in their order, those without effect grey with the reason. */

import type { FoldedMarker } from "../../lib/connect/fold-markers";
import { CodeText } from "../ui/code-text";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";

interface MarkerFoldProps {
  readonly markers: readonly FoldedMarker[];
  readonly note: string | null;
  readonly evidence: string;
  readonly source: string;
  readonly asOf: string;
}

export function MarkerFold({ markers, note, evidence, source, asOf }: MarkerFoldProps) {
  const effective = markers.filter(({ lost }) => lost === null).length;
  return (
    <>
      <p className="mt-2" data-fold={`${markers.length} sent, ${effective} effective`}>
        <strong className="font-semibold">
          {markers.length} sent → {effective} effective
        </strong>{" "}
        <Hint text={source}>
          <a href={source} target="_blank" rel="noreferrer">
            <Tag>
              {evidence} {asOf} ↗
            </Tag>
          </a>
        </Hint>
      </p>
      <ol className="mt-2 space-y-1">
        {markers.map(({ place, segment, lost }) => (
          <li key={place} className={`flex items-baseline gap-2.5 ${lost ? "text-mute" : ""}`}>
            <span
              aria-hidden
              className={`size-2 shrink-0 rotate-45 rounded-[1.5px] border border-current ${lost ? "" : "bg-current text-read"}`}
            />
            <span className="w-20 shrink-0 font-mono text-xs text-mute">
              {segment.startsWith("message") ? "messages" : segment}
            </span>
            <span>
              <span className={lost ? "line-through decoration-1" : ""}>{place}</span>
              {lost && <span className="ml-2 text-xs">{lost}</span>}
            </span>
          </li>
        ))}
      </ol>
      {note && (
        <p className="mt-2 text-mute">
          <CodeText text={note} />
        </p>
      )}
    </>
  );
}
