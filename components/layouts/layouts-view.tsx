"use client";
/** The open document's name and state, the layouts that this browser keeps, and the examples. */
import { useCallback, useEffect, useState } from "react";
import { newDocument } from "../../lib/store/example-document";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { ExampleGallery } from "./example-gallery";
import type { KeeperState } from "./keeper-ports";
import { MAX_NAME } from "./layout-keeper";
import { LayoutRow } from "./layout-row";
import type { KeptName } from "./layout-shelf";
import { useKeeperState, useLayoutKeeper } from "./layouts-context";
import { writeMoment } from "./write-moment";

function describeStatus({ status, savedAt }: KeeperState): string {
  switch (status) {
    case "unchanged":
      return "Not kept yet: a change of the request, or a name, keeps it in this browser.";
    case "saving":
      return "Saving…";
    case "failed":
      return "Not kept: the browser allows no storage here.";
    case "kept":
      return savedAt === null
        ? "Kept in this browser."
        : `Kept in this browser, ${writeMoment(savedAt)}. Changes are saved as you make them.`;
  }
}

export function LayoutsView({ onDone }: { onDone: () => void }) {
  const keeper = useLayoutKeeper();
  const state = useKeeperState();
  const { store, actions } = usePlaygroundStore();
  const [kept, setKept] = useState<readonly KeptName[] | null>(null);

  const refresh = useCallback(async () => {
    await keeper.flush();
    setKept(await keeper.list().catch(() => []));
  }, [keeper]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each save may have put a new name on the list
  useEffect(() => void refresh(), [refresh, state.savedAt]);

  function startNew(): void {
    const { good, settings } = store.getState();
    actions.loadDocument(newDocument(good?.request.model ?? settings.model));
    actions.announce("A new document with an empty request.");
    onDone();
  }

  async function open({ id, name }: KeptName): Promise<void> {
    await keeper.open(id);
    actions.announce(`Opened ${name}.`);
    onDone();
  }

  return (
    <>
      <label className="mt-3 flex items-center gap-3">
        <span className="text-mute">Name</span>
        <input
          value={state.name}
          maxLength={MAX_NAME}
          onChange={({ target }) => keeper.rename(target.value)}
          className="min-w-0 flex-1 rounded-md border border-line bg-raised px-2.5 py-1.5"
        />
      </label>
      <p role="status" className="mt-1.5 text-xs text-mute" data-layout-status={state.status}>
        {describeStatus(state)}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={startNew}>New</Button>
        <Button onClick={() => void keeper.duplicate().then(refresh)}>Duplicate</Button>
      </div>
      <h3 className="mt-4 font-medium">Your layouts</h3>
      {kept?.length === 0 && (
        <p className="mt-1 text-mute">Nothing yet: what you change is kept in this browser.</p>
      )}
      <ul aria-label="Kept layouts" className="mt-1 max-h-72 overflow-y-auto">
        {kept?.map((each) => (
          <LayoutRow
            key={each.id}
            kept={each.id === state.id ? { ...each, name: state.name } : each}
            isOpen={each.id === state.id}
            onOpen={() => void open(each)}
            onRemove={() =>
              void keeper.remove(each.id).then(() => {
                actions.announce(`Removed ${each.name}.`);
                return refresh();
              })
            }
          />
        ))}
      </ul>
      <h3 className="mt-4 font-medium">Examples</h3>
      <ExampleGallery onDone={onDone} />
    </>
  );
}
