"use client";
/** The open document's name and state, the layouts that this browser keeps, and the examples. */
import { useCallback, useEffect, useState } from "react";
import { newDocument } from "../../lib/store/example-document";
import { nameDocument } from "../../lib/store/name-document";
import type { Words } from "../../lib/words/create-words";
import { type Message, tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { ExampleGallery } from "./example-gallery";
import type { KeeperState } from "./keeper-ports";
import { MAX_NAME } from "./layout-keeper";
import { LayoutRow } from "./layout-row";
import type { KeptName } from "./layout-shelf";
import { useKeeperState, useLayoutKeeper } from "./layouts-context";
import { writeMoment } from "./write-moment";

function describeStatus({ status, savedAt }: KeeperState, words: Words): Message {
  switch (status) {
    case "unchanged":
      return tell("layouts.notKeptYet");
    case "saving":
      return tell("layouts.saving");
    case "failed":
      return tell("layouts.notKept");
    case "kept":
      return savedAt === null
        ? tell("layouts.kept")
        : tell("layouts.keptAt", { moment: writeMoment(savedAt, words) });
  }
}

export function LayoutsView({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const { t, say } = words;
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
    actions.announce(tell("layouts.newDocument"));
    onDone();
  }

  async function open({ id, name }: KeptName): Promise<void> {
    await keeper.open(id);
    actions.announce(tell("store.opened", { name: nameDocument(name) }));
    onDone();
  }

  return (
    <>
      <label className="mt-3 flex items-center gap-3">
        <span className="text-mute">{t("layouts.name")}</span>
        <input
          value={say(nameDocument(state.name))}
          maxLength={MAX_NAME}
          onChange={({ target }) => keeper.rename(target.value)}
          className="min-w-0 flex-1 rounded-md border border-line bg-raised px-2.5 py-1.5"
        />
      </label>
      <p role="status" className="mt-1.5 text-xs text-mute" data-layout-status={state.status}>
        {say(describeStatus(state, words))}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={startNew}>{t("layouts.new")}</Button>
        <Button onClick={() => void keeper.duplicate().then(refresh)}>{t("layouts.duplicate")}</Button>
      </div>
      <h3 className="mt-4 font-medium">{t("layouts.yours")}</h3>
      {kept?.length === 0 && <p className="mt-1 text-mute">{t("layouts.nothingYet")}</p>}
      <ul aria-label={t("layouts.keptLayouts")} className="mt-1 max-h-72 overflow-y-auto">
        {kept?.map((each) => (
          <LayoutRow
            key={each.id}
            kept={each.id === state.id ? { ...each, name: state.name } : each}
            isOpen={each.id === state.id}
            onOpen={() => void open(each)}
            onRemove={() =>
              void keeper.remove(each.id).then(() => {
                actions.announce(tell("layouts.removed", { name: nameDocument(each.name) }));
                return refresh();
              })
            }
          />
        ))}
      </ul>
      <h3 className="mt-4 font-medium">{t("layouts.examples")}</h3>
      <ExampleGallery onDone={onDone} />
    </>
  );
}
