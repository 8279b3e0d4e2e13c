"use client";
/** Says which system other than Model Studio plays the conversation, and leads back. */
import type { ReactNode } from "react";
import type { PlayedBy } from "../../lib/pipeline/analysis";
import { type Said, tell } from "../../lib/words/message";
import { AssumptionList } from "../compare/assumption-list";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

/** e.g. "Anthropic, claude-sonnet-5-5". */
export const namePlayer = ({ name, model }: PlayedBy): Said =>
  model === null ? name : tell("map.player", { name, model });

/** What the foot of the map says where no line is drawn. */
export const sayNoEntries = (playedBy: PlayedBy | null): Said =>
  playedBy === null
    ? tell("map.noEntries")
    : playedBy.readsMarkers
      ? tell("map.noEntriesKept")
      : tell("map.noKnownEnd", { name: playedBy.name });

/** Back to the rules of the service that the document is written for. */
export function useBackToModelStudio(): () => void {
  const actions = useActions();
  const { t } = useWords();
  return () => {
    actions.changePlay({ played: undefined });
    actions.announce(t("map.modelStudioPlays"));
  };
}

export function PlayedBanner() {
  const playedBy = usePlayground((state) => state.good?.timeline.playedBy ?? null);
  const actions = useActions();
  const goBack = useBackToModelStudio();
  const canEdit = useCanEdit();
  const { t, say, rich } = useWords();
  if (playedBy === null) return null;
  return (
    <section
      aria-label={t("map.playedElsewhere")}
      data-played={playedBy.row}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-selected px-3 py-1 text-xs"
    >
      <p>
        {rich(
          "map.playedBy",
          { b: (pieces: ReactNode) => <span className="font-semibold">{pieces}</span> },
          { player: say(namePlayer(playedBy)) },
        )}
        <span className="text-mute"> {t("map.ownRules")}</span>
        {playedBy.refused > 0 && (
          <span className="text-bad"> {t("map.refuses", { count: playedBy.refused })}</span>
        )}
      </p>
      <AssumptionList ids={playedBy.assumptions} name={playedBy.name} />
      {canEdit && (
        <span className="ml-auto flex items-center gap-3">
          <Button look="link" className="min-h-6" onClick={() => actions.openSheet("compare")}>
            {t("map.allSystems")}
          </Button>
          <Button className="min-h-6 py-0" onClick={goBack}>
            {t("map.backToModelStudio")}
          </Button>
        </span>
      )}
    </section>
  );
}
