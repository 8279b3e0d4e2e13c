"use client";
/** The prefix of the selected request, to scale: its segments, its markers and what became of each. */
import { useDeferredValue } from "react";
import { useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { PanelHead } from "../ui/panel-head";
import { PrefixRows } from "./prefix-rows";
import { SlotMeter } from "./slot-meter";

export function PrefixPanel() {
  const count = usePlayground((state) => state.good?.timeline.turns.length ?? 0);
  const shown = usePlayground((state) => state.good?.shown);
  const stale = usePlayground((state) => state.stale);
  const status = usePlayground((state) => state.status);
  const failure = usePlayground((state) => state.failure);
  const canEdit = useCanEdit();
  const actions = useActions();
  // Rows may lag behind typing by a frame or two; the figures in the panels' heads do not.
  const deferred = useDeferredValue(shown);

  if (!shown || !deferred) {
    return (
      <section aria-label="Prefix" className="flex h-full min-h-0 flex-col bg-panel">
        <PanelHead title="Prefix" />
        <p role="status" className="p-4 text-mute">
          {status === "failed" && (failure ?? "The analysis stopped.")}
          {status === "ready" && "This text is no request yet: see Problems."}
          {(status === "starting" || status === "working") && "Counting tokens…"}
        </p>
      </section>
    );
  }

  const { markers, maxMarkers } = shown.request;
  const effective = markers.filter((marker) => marker.status === "effective").length;
  return (
    <section aria-label="Prefix" className="flex h-full min-h-0 flex-col bg-panel">
      <PanelHead title="Prefix">
        <span className="truncate">
          request {shown.index + 1} of {count}
          {stale && <span className="text-warn"> · last good text</span>}
        </span>
        <SlotMeter used={effective} sent={markers.length} slots={maxMarkers} />
      </PanelHead>
      {shown.index > 0 && (
        <p className="mx-3.5 mt-2 rounded-md bg-line-soft px-2.5 py-1 text-xs text-mute">
          This request follows from the document.{" "}
          <Button look="link" onClick={() => actions.selectTurn(0)}>
            Show request 1
          </Button>
          {canEdit && " to move its markers."}
        </p>
      )}
      <PrefixRows shown={deferred} editable={canEdit && deferred.index === 0 && !stale} />
    </section>
  );
}
