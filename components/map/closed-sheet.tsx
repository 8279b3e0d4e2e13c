"use client";
/** In place of a tool that knows Model Studio's rules alone, while another system plays the map: its figures would not belong together. */
import type { PlayedBy } from "../../lib/pipeline/analysis";
import type { Sheet } from "../../lib/store/address";
import type { MessageKey } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { useBackToModelStudio } from "./played-banner";

/** The tools that reckon by Model Studio's rules, and what they do. */
const TOOLS: Readonly<Partial<Record<Sheet, MessageKey>>> = {
  placements: "map.closedPlacements",
  savings: "map.closedSavings",
  "keep-alive": "map.closedKeepAlive",
  run: "map.closedRun",
};

/** Whether a tool may be used while that system plays; null = Model Studio. */
export const isClosed = (sheet: Sheet, playedBy: PlayedBy | null): boolean =>
  playedBy !== null && TOOLS[sheet] !== undefined;

export function ClosedSheet({ sheet, playedBy }: { readonly sheet: Sheet; readonly playedBy: PlayedBy }) {
  const actions = useActions();
  const goBack = useBackToModelStudio();
  const { t, say } = useWords();
  const { name } = playedBy;
  const key = TOOLS[sheet];
  const isInCompare = sheet === "placements" && playedBy.readsMarkers;
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p className="max-w-prose text-pretty">
        {key && say({ key, values: { name } })}
        {isInCompare && <> {t("map.bestInCompare", { name })}</>}
      </p>
      <span className="flex flex-wrap gap-2 text-xs">
        <Button look="main" onClick={goBack}>
          {t("map.backToModelStudio")}
        </Button>
        {isInCompare && <Button onClick={() => actions.openSheet("compare")}>{t("map.openCompare")}</Button>}
      </span>
    </div>
  );
}
