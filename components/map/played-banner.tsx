"use client";
/** Says which system other than Model Studio plays the conversation, and leads back. */
import type { PlayedBy } from "../../lib/pipeline/analysis";
import { formatMany } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { AssumptionList } from "../compare/assumption-list";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";

/** e.g. "Anthropic, claude-sonnet-5-5". */
export const namePlayer = ({ name, model }: PlayedBy): Said =>
  model === null ? name : tell("compare.rowOfModel", { name, model });

/** What the foot of the map says where no line is drawn. */
export const sayNoEntries = (playedBy: PlayedBy | null, say: (said: Said) => string): string =>
  playedBy === null
    ? "No cache entries: no marker takes effect."
    : playedBy.readsMarkers
      ? "No cache entries: nothing that is marked is kept."
      : `${say(playedBy.name)} keeps what was sent without a known end: there is no line to draw.`;

/** Back to the rules of the service that the document is written for. */
export function useBackToModelStudio(): () => void {
  const actions = useActions();
  return () => {
    actions.changePlay({ played: undefined });
    actions.announce("Model Studio plays the map again.");
  };
}

export function PlayedBanner() {
  const playedBy = usePlayground((state) => state.good?.timeline.playedBy ?? null);
  const actions = useActions();
  const goBack = useBackToModelStudio();
  const canEdit = useCanEdit();
  if (playedBy === null) return null;
  return (
    <section
      aria-label="Played by another system"
      data-played={playedBy.row}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-selected px-3 py-1 text-xs"
    >
      <p>
        Played by{" "}
        <span className="font-semibold">
          <Sentence said={namePlayer(playedBy)} />
        </span>
        <span className="text-mute"> · its own counts, rules and prices</span>
        {playedBy.refused > 0 && (
          <span className="text-bad"> · refuses {formatMany(playedBy.refused, "request")}</span>
        )}
      </p>
      <AssumptionList ids={playedBy.assumptions} name={playedBy.name} />
      {canEdit && (
        <span className="ml-auto flex items-center gap-3">
          <Button look="link" className="min-h-6" onClick={() => actions.openSheet("compare")}>
            All systems
          </Button>
          <Button className="min-h-6 py-0" onClick={goBack}>
            Back to Model Studio
          </Button>
        </span>
      )}
    </section>
  );
}
