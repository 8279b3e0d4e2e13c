"use client";
/** What the side panel says while a system other than Model Studio plays: whose words a tab has, and that system's own rules. */
import { tell } from "../../lib/words/message";
import { namePlayer } from "../map/played-banner";
import { usePlayground } from "../playground-context";
import { AssumptionItems } from "../terms/assumption-items";
import { useWords } from "../words/use-words";

/** @param says whose words the tab has */
export function PlayedNote({
  says,
}: {
  readonly says: "problems.judgedElsewhere" | "problems.seenElsewhere";
}) {
  const { t } = useWords();
  const playedBy = usePlayground((state) => state.good?.timeline.playedBy ?? null);
  if (playedBy === null) return null;
  return (
    <p role="note" className="border-b border-line-soft bg-selected px-3.5 py-1.5 text-xs">
      {t(says, { player: namePlayer(playedBy) })}
    </p>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line-soft py-1">
      <dt className="text-mute">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

/** The rules that the map is played by; null where they are Model Studio's. */
export function PlayedRules() {
  const { t, say, duration, sentences } = useWords();
  const good = usePlayground((state) => state.good);
  const playedBy = good?.timeline.playedBy;
  if (!good || !playedBy) return null;
  const { request, timeline } = good;
  const lives = [...new Set(timeline.turns.map(({ ledger }) => ledger.life))].filter((life) => life > 0);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section>
        <h3 className="font-semibold">{say(namePlayer(playedBy))}</h3>
        <dl className="mt-1">
          <Fact name={t("problems.markersFact")}>
            {playedBy.readsMarkers
              ? t("problems.markersPerRequest", { count: request.maxMarkers })
              : t("problems.markersUnread")}
          </Fact>
          {request.minimum > 0 && (
            <Fact name={t("problems.minimumFact")}>
              {t("problems.minimumTokens", { count: request.minimum })}
            </Fact>
          )}
          {request.lookbackBlocks > 0 && (
            <Fact name={t("problems.lookbackFact")}>
              {t("problems.lookbackPositions", { count: request.lookbackBlocks + 1 })}
            </Fact>
          )}
          {lives.length > 0 && (
            <Fact name={t("problems.writtenLive")}>
              {lives.map(duration).reduce((one, other) => t("problems.either", { one, other }))}
            </Fact>
          )}
          <Fact name={t("problems.countsFact")}>{t("problems.estimate")}</Fact>
          <Fact name={t("problems.pricesIn")}>{playedBy.currency ?? t("problems.noCurrency")}</Fact>
        </dl>
        <p className="mt-1.5 text-xs text-mute">
          {sentences([request.estimateReason ?? "", tell("problems.billNote")])}
        </p>
      </section>
      <section>
        <h3 className="font-semibold">{t("problems.assumptions")}</h3>
        <ul className="mt-1 flex flex-col gap-2 text-xs">
          <AssumptionItems ids={playedBy.assumptions} />
        </ul>
      </section>
    </div>
  );
}
