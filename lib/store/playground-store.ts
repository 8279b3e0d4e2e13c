/** The playground's store: actions change the document by edits and keep the newest analysis beside it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { toldOf } from "../offers/readings";
import type { Settings } from "../pipeline/analysis";
import { nameOf } from "../placement/placement";
import { writePlacement } from "../placement/write-placement";
import { applyEdits as applyToText, findInserted } from "../prompt/apply-edits";
import { addMarker, type EditResult, moveMarker, removeMarker } from "../prompt/marker-edits";
import { differenceEdit } from "../prompt/merge-edits";
import { setModel as modelEdits } from "../prompt/model-edit";
import { parsePrompt } from "../prompt/parse";
import { settingsAfter } from "../savings/saved-change";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { type Message, tell } from "../words/message";
import type { AnalysisClient } from "../worker/latest-wins";
import type { QuestionClient } from "../worker/question-client";
import { type Beginning, firstState } from "./first-state";
import { createAnalysisLoop } from "./keep-analysed";
import {
  describeFixes,
  nameMarker,
  nameOpened,
  namePlayChange,
  nameSaid,
  nameScenarioChange,
  nameTyping,
} from "./name-act";
import { replacesAll } from "./own-text";
import { patchesBetween } from "./patch";
import type { EditorPort, PlaygroundActions, PlaygroundState } from "./playground-state";
import { createRecorder } from "./recorder";
import { sameSettings, sayMoved, settingsFor, withCalibration, withPlay } from "./settings-change";
import { sayChange, tellChange } from "./tell-change";

export interface PlaygroundStore {
  readonly store: StoreApi<PlaygroundState>;
  readonly actions: PlaygroundActions;
}

/**
 * @param client answers analyses, latest wins
 * @param questions answers everything else the worker is asked
 */
export function createPlaygroundStore(
  beginning: Beginning,
  client: AnalysisClient,
  questions: Pick<QuestionClient, "ask">,
): PlaygroundStore {
  const store = createStore<PlaygroundState>(() => firstState(beginning));
  const loop = createAnalysisLoop(store, client, questions, beginning.whenPainted);
  const refresh = (): void => void loop.refresh();
  let editor: EditorPort | null = null;
  /** Numbers given to documents so far. */
  let lastOpened = 0;
  /** What the editor is about to do by itself, where it was asked to. */
  let asked: Message | null = null;
  const recorder = createRecorder({
    store,
    editor: () => editor,
    takeText,
    refresh,
    now: beginning.now ?? (() => 0),
  });
  const { record } = recorder;

  store.subscribe(({ text, settings, origin, edited }) => {
    const differs = text !== origin.text || !sameSettings(settings, origin.settings, true);
    if (differs !== edited) store.setState({ edited: differs });
  });

  function takeText(text: string): void {
    if (text === store.getState().text) return;
    store.setState({ text });
    refresh();
  }

  function takeSettings(settings: Settings): void {
    store.setState({ settings });
    refresh();
  }

  const changeSettings = (change: Partial<Settings>): void =>
    takeSettings({ ...store.getState().settings, ...change });

  /** Markers drawn by hand are meant as they are drawn, in the requests that follow too. */
  function drawn(): void {
    const { settings } = store.getState();
    if (settings.placement) takeSettings(withPlay(settings, { placement: undefined }));
  }

  function replaceText(text: string): void {
    if (text === store.getState().text) refresh();
    else if (editor) editor.replaceAll(text);
    else takeText(text);
    // As the editor has it: its line ends are its own.
    const { text: taken, settings } = store.getState();
    store.setState({ origin: { text: taken, settings } });
  }

  /** A text in the place of an example's is a document of its own, and plays none of the example's words. */
  function takeReplacement(text: string): void {
    if (parsePrompt(text).prompt === null) {
      store.setState({ isReplaced: true });
      takeText(text);
      return;
    }
    const settings = { ...store.getState().settings, scenario: NEUTRAL_SCENARIO };
    store.setState({
      text,
      settings,
      presetId: null,
      opened: ++lastOpened,
      documentName: null,
      keepDocument: true,
      isReplaced: false,
      origin: { text, settings },
      shared: null,
      turn: 0,
    });
    refresh();
  }

  const actions: PlaygroundActions = {
    attachEditor(port) {
      editor = port;
    },
    documentChanged(text) {
      const { text: before, presetId, isReplaced } = store.getState();
      if (text === before) return;
      if (recorder.isActing()) {
        takeText(text);
        return;
      }
      const patches = patchesBetween(before, text);
      const act = asked === null ? nameTyping(patches) : nameSaid(asked);
      const isOwn = presetId !== null && (isReplaced || replacesAll(before, patches));
      record(act, () => (isOwn ? takeReplacement(text) : takeText(text)));
    },
    loadDocument(document) {
      record(nameOpened(document), () => {
        store.setState(({ settings }) => ({
          presetId: document.presetId,
          opened: ++lastOpened,
          documentName: document.name ?? null,
          keepDocument: document.keep ?? false,
          isReplaced: false,
          shared: document.shared ?? null,
          turn: 0,
          settings: settingsFor(document, settings),
        }));
        replaceText(document.text);
      });
    },
    applyEdits(edits, announcement, name) {
      if (edits.length > 0) {
        const change = () => {
          if (editor) editor.applyEdits(edits);
          else takeText(applyToText(store.getState().text, edits));
        };
        record(nameSaid(announcement, name), change, edits);
        const inserted = findInserted(edits);
        if (inserted) editor?.show(inserted);
      }
      actions.announce(announcement);
    },
    undo: recorder.undo,
    redo: recorder.redo,
    forgetActs: recorder.forget,
    setModel(model) {
      record(nameSaid(tell("store.modelChosenSaid", { model }), tell("store.modelChosen")), () => {
        changeSettings({ model });
        const result = modelEdits(store.getState().text, model);
        if (result.ok) actions.applyEdits(result.edits, tell("store.model", { model }));
      });
    },
    setRegion: (region) =>
      record(nameSaid(tell("store.regionChosen")), () => changeSettings({ region, isRegionAssumed: false })),
    setScenario: (scenario) =>
      record(nameScenarioChange(store.getState().settings.scenario, scenario), () =>
        changeSettings({ scenario }),
      ),
    changePlay: (change) =>
      record(namePlayChange(change), () => takeSettings(withPlay(store.getState().settings, change))),
    choosePlacement(placement) {
      const { text, settings } = store.getState();
      const written = writePlacement(text, placement, settings.model, toldOf(settings));
      if (!written.ok) {
        actions.warn(written.reason);
        return;
      }
      const values = { placement: nameOf(placement) };
      const said = tell("store.markersPlaced", values);
      const change = () => {
        actions.changePlay({ placement: placement.kind === "as-drawn" ? undefined : placement });
        actions.applyEdits(written.edits, said);
      };
      record(nameSaid(said, tell("store.markersPlacedName", values)), change, written.edits);
    },
    takeChange(change, said) {
      const take = () => {
        takeSettings(settingsAfter(change, store.getState().settings));
        actions.applyEdits(change.edits, said);
      };
      record(nameSaid(said), take, change.edits);
    },
    setChanging(words, change) {
      actions.changePlay({ changing: tellChange(store.getState().settings.changing, words, change) });
      actions.announce(sayChange(words, change));
    },
    moveChanging({ words, mend }) {
      const { text, analysedText } = store.getState();
      const mended = text === analysedText ? mend : null;
      if (mended) actions.applyEdits(mended.edits, tell("store.mended", { title: mended.title }));
      else actions.warn(tell("store.notMovable", { words }));
    },
    toggleMarker(segment) {
      const { text, good } = store.getState();
      const here = good?.request.markers.find((marker) => marker.segment === segment);
      if (here) actions.removeMarker(here.pointer);
      else applyMarker(addMarker(text, segment), nameMarker("Added", good?.request, segment));
    },
    moveMarker(marker, toSegment) {
      const { text, good } = store.getState();
      applyMarker(moveMarker(text, marker, toSegment), nameMarker("Moved", good?.request, toSegment));
    },
    removeMarker(marker) {
      const removed = [tell("store.markerRemoved"), tell("store.markerRemovedName")] as const;
      applyMarker(removeMarker(store.getState().text, marker), removed);
    },
    selectTurn(turn) {
      store.setState({ turn });
      void loop.showSelected();
    },
    lookAt(look) {
      store.setState(look);
      void loop.showSelected();
    },
    setView: (view) => store.setState({ view, sheet: null }),
    openSheet: (sheet) => store.setState({ sheet }),
    setTab: (tab) => store.setState({ tab }),
    lookAtSystems: (look) => store.setState(look),
    closeNotice: () => store.setState({ shared: null }),
    highlight: (highlighted) => store.setState({ highlighted }),
    setMoneyPer: (moneyPer) => store.setState({ moneyPer }),
    reveal: (range) => editor?.reveal(range),
    async formatDocument() {
      asked = tell("store.formatted");
      await editor?.format();
      asked = null;
    },
    async fixAllSafe() {
      const { text, settings } = store.getState();
      const answer = await questions.ask({ kind: "fix-all", text, settings });
      if (!answer.ok) actions.warn(answer.reason);
      else if (store.getState().text === text) {
        actions.applyEdits(
          differenceEdit(text, answer.value.text),
          describeFixes(answer.value),
          tell("store.problemsFixed"),
        );
      }
    },
    switchRule(rule, on) {
      const others = (store.getState().settings.offRules ?? []).filter((id) => id !== rule);
      const said = tell(on ? "store.ruleOn" : "store.ruleOff", { rule });
      record(nameSaid(said), () => changeSettings({ offRules: on ? others : [...others, rule] }));
      actions.announce(said);
    },
    setCalibration: (model, ratio) => takeSettings(withCalibration(store.getState().settings, model, ratio)),
    setObserved: (observed) => changeSettings({ observed }),
    setMediaSize(pointer, size) {
      const mediaSizes = { ...store.getState().settings.mediaSizes, [pointer]: size };
      const act = nameSaid(tell("store.sizeChanged"), undefined, `size ${pointer}`);
      record(act, () => changeSettings({ mediaSizes }));
    },
    recount(announcement) {
      actions.announce(announcement);
      refresh();
    },
    ask: questions.ask,
    announce: (announcement) => store.setState({ announcement }),
    warn: (warning) => store.setState({ warning }),
  };

  function applyMarker(result: EditResult, [done, name]: readonly [said: Message, name: Message]): void {
    if (!result.ok) {
      actions.warn(result.reason);
      return;
    }
    const announcement = sayMoved(done, store.getState().settings);
    const change = () => {
      drawn();
      actions.applyEdits(result.edits, announcement);
    };
    record(nameSaid(announcement, name), change, result.edits);
  }
  void loop.begin(beginning.whenStanding);
  return { store, actions };
}
