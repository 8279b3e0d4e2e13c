/** Keeps what the user works on: saves the open layout as it changes, and opens, names and removes kept ones. */
import { createStore } from "zustand/vanilla";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { isEditedCopy, layoutOf } from "../../lib/store/layout-of";
import { COPY, EDITED, nameDocument, UNTITLED } from "../../lib/store/name-document";
import type { PlaygroundState } from "../../lib/store/playground-state";
import { sketchScenario } from "../../lib/timeline/sketch-scenario";
import { tell } from "../../lib/words/message";
import { openLayout } from "../share/open-layout";
import type { KeeperPorts, KeeperState, LayoutKeeper } from "./keeper-ports";
import type { KeptLayout } from "./layout-shelf";

export const MAX_NAME = 120;
/** Documents opened in this tab that undo may lead back to. */
const MOST_TARGETS = 20;
/** Milliseconds without a change before a save, and the most between two saves. */
const QUIET = 400;
const PATIENCE = 3000;

/** Where the open layout is kept; saves that are under way keep theirs when another layout is opened. */
interface Target {
  id: string | null;
  name: string;
  /** Of the kept layout as this tab has read or written it last; 0 = not kept yet. */
  revision: number;
  /** The layout as it was opened, as text: while it is equal there is nothing to keep. Empty = keep it in any case; null =
   * it is just being opened. */
  opened: string | null;
}

/** Said once. */
const nameEdited = (name: string): string =>
  name.includes(EDITED) ? name : `${name.slice(0, MAX_NAME - EDITED.length)}${EDITED}`;

const newTarget = (name: string): Target => ({ id: null, name, revision: 0, opened: "" });

export function createLayoutKeeper(ports: KeeperPorts): LayoutKeeper {
  const { playground, shelf, claim } = ports;
  const begun = playground.store.getState().documentName ?? UNTITLED;
  const store = createStore<KeeperState>(() => ({
    name: begun,
    status: "unchanged",
    savedAt: null,
    id: null,
  }));
  const present = (): SharedLayout => layoutOf(playground.store.getState());
  let target: Target = { ...newTarget(begun), opened: JSON.stringify(present()) };
  /** By the store's number of the document: undo may bring it back. */
  const targets = new Map<number, Target>();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds of the clock since which something waits to be saved; null = nothing does. */
  let waitingSince: number | null = null;
  let saving: Promise<void> = Promise.resolve();
  let hasWarned = false;
  /** True while the keeper itself opens a layout. */
  let isShowing = false;

  const remember = (id: string | null): void =>
    ports.writeMemory(id === null ? null : { id, address: ports.readAddress() });

  /** Says how a target stands, while it is the open one. */
  function report(about: Target, status: KeeperState["status"], savedAt: number | null): void {
    if (about === target) store.setState({ name: about.name, id: about.id, status, savedAt });
  }

  function begin(name: string): void {
    clearTimeout(quiet);
    waitingSince = null;
    target = newTarget(name);
    report(target, "unchanged", null);
  }

  /** Goes on as a layout of its own: nothing kept is touched by what follows. */
  function detach(name: string): void {
    claim.release();
    remember(null);
    begin(name);
  }

  /** A document gives way to another; the last ones are known again when undo brings them back. */
  function leave(opened: number): void {
    targets.set(opened, target);
    const [oldest] = targets.keys();
    if (targets.size > MOST_TARGETS && oldest !== undefined) targets.delete(oldest);
  }

  /** Goes on with a document that undo has brought back, in its own place. */
  function goBackTo(to: Target): void {
    clearTimeout(quiet);
    waitingSince = null;
    target = to;
    remember(to.id);
    if (to.id === null) claim.release();
    else void claim.take(to.id);
    report(to, to.id === null ? "unchanged" : "kept", null);
  }

  async function write(to: Target, layout: SharedLayout, isEdited: boolean): Promise<void> {
    const savedAt = ports.now();
    if (to.id === null) {
      to.id = ports.newId();
      // One that is kept without a change was given its name by the user.
      if (isEdited && to.opened !== "") to.name = nameEdited(to.name);
      await claim.take(to.id);
    }
    report(to, "saving", store.getState().savedAt);
    const sketch = sketchScenario(layout.text, layout.scenario);
    let saved = await shelf.save({ id: to.id, name: to.name, savedAt, sketch, layout }, to.revision);
    if (!saved) {
      // Another tab has changed or removed it: both versions stay.
      playground.actions.warn(tell("layouts.changedElsewhere", { name: nameDocument(to.name) }));
      Object.assign(to, { id: ports.newId(), name: `${to.name}${COPY}`, revision: 0 });
      await claim.take(to.id);
      saved = await shelf.save({ id: to.id, name: to.name, savedAt, sketch, layout }, 0);
    }
    to.revision += 1;
    if (to === target) remember(to.id);
    report(to, "kept", savedAt);
  }

  /** One save after the other; a failed one is told once and tried again with the next change. */
  function save(layout: SharedLayout, isEdited = isEditedCopy(playground.store.getState())): Promise<void> {
    const to = target;
    waitingSince = null;
    clearTimeout(quiet);
    const written = JSON.stringify(layout);
    to.opened ??= written;
    if (to.id === null && written === to.opened) return saving;
    saving = saving
      .then(() => write(to, layout, isEdited))
      .catch(() => {
        report(to, "failed", null);
        if (!hasWarned) playground.actions.warn(tell("layouts.nothingIsKept"));
        hasWarned = true;
      });
    return saving;
  }

  function schedule(): void {
    waitingSince ??= ports.now();
    clearTimeout(quiet);
    const wait = ports.now() - waitingSince > PATIENCE ? 0 : QUIET;
    quiet = setTimeout(() => void save(present()), wait);
  }

  function notice(state: PlaygroundState, before: PlaygroundState): void {
    if (isShowing) return;
    if (state.opened === before.opened) {
      if (state.text !== before.text || state.settings !== before.settings) schedule();
      return;
    }
    // What was open goes to its place before the new document takes over.
    if (waitingSince !== null) void save(layoutOf(before), isEditedCopy(before));
    leave(before.opened);
    const known = targets.get(state.opened);
    if (known) {
      goBackTo(known);
      return;
    }
    detach(state.documentName ?? UNTITLED);
    const opened = target;
    if (!state.keepDocument) opened.opened = null;
    // The text follows its settings within the same step.
    queueMicrotask(() => {
      if (state.keepDocument) schedule();
      else opened.opened ??= JSON.stringify(present());
    });
  }

  const unsubscribe = playground.store.subscribe(notice);

  async function flush(): Promise<void> {
    if (waitingSince !== null) await save(present());
    await saving;
  }

  function load({ layout, name }: KeptLayout): void {
    isShowing = true;
    leave(playground.store.getState().opened);
    try {
      openLayout(playground, layout, { name });
    } finally {
      isShowing = false;
    }
  }

  /** Shows a kept layout; one that another tab works on as a copy. */
  async function show(id: string): Promise<boolean> {
    const isMine = await claim.take(id);
    const kept = await shelf.read(id);
    if (!kept) {
      if (target.id === null) claim.release();
      else await claim.take(target.id);
      return false;
    }
    load(kept);
    if (isMine) {
      begin(kept.name);
      Object.assign(target, { id, revision: kept.revision });
      remember(id);
      report(target, "kept", kept.savedAt);
    } else {
      detach(`${kept.name}${COPY}`);
      target.opened = JSON.stringify(present());
      playground.actions.announce(tell("layouts.openElsewhere", { name: nameDocument(kept.name) }));
    }
    return true;
  }

  return {
    store,
    async resume() {
      const memory = ports.readMemory();
      const address = ports.readAddress();
      const isLink = address !== "/";
      try {
        if (memory && (!isLink || memory.address === address) && (await show(memory.id))) return true;
        if (isLink || memory) return false;
        const newest = (await shelf.list()).find(({ id }) => !ports.isSetAside(id));
        if (!newest || !(await claim.take(newest.id))) return false;
        return await show(newest.id);
      } catch {
        // Without storage there is nothing to resume; the first save says so.
        return false;
      }
    },
    async open(id) {
      await flush();
      if (id === target.id) return;
      if (!(await show(id).catch(() => false))) playground.actions.warn(tell("layouts.removedElsewhere"));
    },
    rename(name) {
      target.name = name.slice(0, MAX_NAME);
      target.opened = "";
      store.setState({ name: target.name });
      schedule();
    },
    async duplicate() {
      await flush();
      detach(`${target.name}${COPY}`);
      await save(present());
    },
    async remove(id) {
      await flush();
      await shelf.remove(id);
      // Undo may lead back to it: a change there keeps it anew.
      for (const known of targets.values())
        if (known.id === id) Object.assign(known, { id: null, revision: 0, opened: "" });
      if (id !== target.id) return;
      detach(UNTITLED);
      target.opened = JSON.stringify(present());
    },
    list: () => shelf.list(),
    flush,
    stop() {
      unsubscribe();
      clearTimeout(quiet);
      claim.release();
    },
  };
}
