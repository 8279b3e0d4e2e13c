"use client";
/** In place of a tool that knows Model Studio's rules alone, while another system plays the map: its figures would not belong together. */
import type { PlayedBy } from "../../lib/pipeline/analysis";
import type { Sheet } from "../../lib/store/address";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { useBackToModelStudio } from "./played-banner";

/** The tools that reckon by Model Studio's rules, and what they do. */
const TOOLS: Readonly<Partial<Record<Sheet, string>>> = {
  placements: "Placements are searched",
  savings: "Savings are weighed",
  "keep-alive": "Keep-alive pings are weighed",
  run: "A run is sent to Model Studio and predicted",
};

/** Whether a tool may be used while that system plays; null = Model Studio. */
export const isClosed = (sheet: Sheet, playedBy: PlayedBy | null): boolean =>
  playedBy !== null && TOOLS[sheet] !== undefined;

export function ClosedSheet({ sheet, playedBy }: { readonly sheet: Sheet; readonly playedBy: PlayedBy }) {
  const actions = useActions();
  const goBack = useBackToModelStudio();
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p className="max-w-prose text-pretty">
        {TOOLS[sheet]} by Model Studio's rules, while <Sentence said={playedBy.name} /> plays the map.
        {sheet === "placements" && playedBy.readsMarkers && (
          <>
            {" "}
            The best placement by the rules of <Sentence said={playedBy.name} /> is in Compare.
          </>
        )}
      </p>
      <span className="flex flex-wrap gap-2 text-xs">
        <Button look="main" onClick={goBack}>
          Back to Model Studio
        </Button>
        {sheet === "placements" && playedBy.readsMarkers && (
          <Button onClick={() => actions.openSheet("compare")}>Open Compare</Button>
        )}
      </span>
    </div>
  );
}
