"use client";
/** What a layout that somebody shared says of itself: the author's note, and that its words were left out. */
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";

export function SharedBanner() {
  const shared = usePlayground((state) => state.shared);
  const actions = useActions();
  if (shared === null) return null;
  const { note, isShapeOnly } = shared;
  return (
    <section
      aria-label="Shared layout"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3.5 py-1.5"
    >
      <div className="min-w-0 grow basis-72">
        {note !== null && (
          <p className="break-words">
            <span className="text-mute">Note by the author:</span> {note}
          </p>
        )}
        {isShapeOnly && (
          <p>
            <span className="font-medium">A layout's shape.</span>{" "}
            <span className="text-mute">
              Its words are not included: filler stands in their place. Sizes, markers and costs are true.
            </span>
          </p>
        )}
      </div>
      <Button className="text-xs" onClick={actions.closeNotice}>
        Close
      </Button>
    </section>
  );
}
