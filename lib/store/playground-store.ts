/** The playground's store: actions change the document by edits and keep the newest analysis beside it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { RequestView, Settings } from "../pipeline/analysis";
import type { FixedDocument } from "../pipeline/fix-all";
import { nameOf } from "../placement/placement";
import { writePlacement } from "../placement/write-placement";
import { applyEdits as applyToText } from "../prompt/apply-edits";
import { addMarker, type EditResult, moveMarker, removeMarker } from "../prompt/marker-edits";
import { differenceEdit } from "../prompt/merge-edits";
import { setModel as modelEdits } from "../prompt/model-edit";
import { formatMany, formatNumber } from "../values/figures";
import type { AnalysisClient } from "../worker/latest-wins";
import type { QuestionClient } from "../worker/question-client";
import type { EditorPort, PlayChange, PlaygroundActions, PlaygroundState } from "./playground-state";

/** e.g. "message 3 (user), prefix 8,924 tokens". @param pointer of a segment of `request` */
function describePlace(request: RequestView | undefined, pointer: string): string {
  const index = request?.segments.findIndex((segment) => segment.pointer === pointer) ?? -1;
  const segment = request?.segments[index];
  if (!segment) return pointer;
  return `message ${index + 1} (${segment.role}), prefix ${formatNumber(segment.prefix)} tokens`;
}

/** What fixing everything at once has done. */
function describeFixes({ fixed, left }: FixedDocument): string {
  if (fixed.length === 0) return "Nothing could be fixed without changing what the model reads.";
  const rest =
    left === 0 ? "" : ` ${formatMany(left, "problem")} ${left === 1 ? "needs" : "need"} your decision.`;
  return `${formatMany(fixed.length, "problem")} fixed: only markers have changed.${rest}`;
}

/** Everything as the service does it. */
const NO_PLAY: Readonly<Record<keyof PlayChange, undefined>> = {
  placement: undefined,
  system: undefined,
  implicit: undefined,
  ttl: undefined,
  automatic: undefined,
  prices: undefined,
  rulesOn: undefined,
  seenPrices: undefined,
  changing: undefined,
};

/** The settings with the change; a field that becomes undefined is not there any more. */
function withPlay(settings: Settings, change: PlayChange): Settings {
  const changed: Record<string, unknown> = { ...settings, ...change };
  for (const key of Object.keys(NO_PLAY)) if (changed[key] === undefined) delete changed[key];
  return changed as unknown as Settings;
}

export interface PlaygroundStore {
  readonly store: StoreApi<PlaygroundState>;
  readonly actions: PlaygroundActions;
}

export interface Beginning {
  readonly text: string;
  readonly settings: Settings;
  readonly presetId: string | null;
  readonly name?: string;
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
  const store = createStore<PlaygroundState>(() => ({
    text: beginning.text,
    settings: beginning.settings,
    presetId: beginning.presetId,
    opened: 0,
    documentName: beginning.name ?? null,
    keepDocument: false,
    status: "starting",
    failure: null,
    diagnostics: [],
    good: null,
    analysedText: null,
    lintedText: null,
    stale: false,
    turn: 0,
    moneyPer: 1,
    highlighted: null,
    announcement: "",
    warning: null,
  }));
  let editor: EditorPort | null = null;
  /** The preset whose text is being put into the editor: every other change makes the document the user's own. */
  let loading: string | null = null;
  /** To which document the figures shown belong. */
  let shown = 0;

  async function refresh(): Promise<void> {
    const { text, settings, good, turn: looked, opened: asked } = store.getState();
    store.setState({ status: good ? "working" : "starting" });
    const outcome = await client.analyse(text, settings, looked);
    // Another document was opened meanwhile: its own analysis is on its way.
    if (outcome.kind === "superseded" || asked !== store.getState().opened) return;
    if (outcome.kind === "failed") {
      store.setState({ status: "failed", failure: outcome.reason });
      return;
    }
    const { diagnostics, request, places, timeline, shown: view } = outcome.analysis;
    const fresh = request && timeline && view ? { request, places, timeline, shown: view } : null;
    const { turn } = store.getState();
    store.setState({ status: "ready", failure: null, diagnostics, stale: fresh === null, lintedText: text });
    if (fresh) {
      shown = asked;
      store.setState({
        good: fresh,
        analysedText: text,
        turn: Math.min(turn, fresh.timeline.turns.length - 1),
      });
      void showSelected();
    } else if (shown !== asked) {
      store.setState({ good: null, analysedText: null, turn: 0 });
    }
  }

  /** Markers drawn by hand are meant as they are drawn, in the requests that follow too. */
  function drawn(): void {
    if (store.getState().settings.placement)
      replaceSettings(withPlay(store.getState().settings, { placement: undefined }));
  }

  function changeSettings(change: Partial<Settings>): void {
    store.setState((state) => ({ settings: { ...state.settings, ...change } }));
    void refresh();
  }

  function replaceSettings(settings: Settings): void {
    store.setState({ settings });
    void refresh();
  }

  const actions: PlaygroundActions = {
    attachEditor(port) {
      editor = port;
    },
    documentChanged(text) {
      if (text === store.getState().text) return;
      store.setState({ text, presetId: loading });
      void refresh();
    },
    loadDocument({ text, scenario, presetId, model, region, offRules = [], play = {}, ...rest }) {
      store.setState((state) => ({
        presetId,
        opened: state.opened + 1,
        documentName: rest.name ?? null,
        keepDocument: rest.keep ?? false,
        turn: 0,
        settings: {
          // What the user knows of prices holds for the next document too.
          ...withPlay(state.settings, { ...NO_PLAY, prices: state.settings.prices }),
          ...play,
          scenario,
          model: model ?? state.settings.model,
          region: region ?? state.settings.region,
          isRegionAssumed: region
            ? (rest.isRegionAssumed ?? false)
            : (state.settings.isRegionAssumed ?? false),
          offRules,
          // Sizes belong to the parts of one document.
          mediaSizes: rest.mediaSizes ?? {},
        },
      }));
      loading = presetId;
      if (text === store.getState().text) void refresh();
      else if (editor) editor.replaceAll(text);
      else actions.documentChanged(text);
      loading = null;
    },
    applyEdits(edits, announcement) {
      if (edits.length > 0) {
        if (editor) editor.applyEdits(edits);
        else actions.documentChanged(applyToText(store.getState().text, edits));
      }
      actions.announce(announcement);
    },
    setModel(model) {
      changeSettings({ model });
      const result = modelEdits(store.getState().text, model);
      if (result.ok) actions.applyEdits(result.edits, `Model ${model}`);
    },
    setRegion: (region) => changeSettings({ region, isRegionAssumed: false }),
    setScenario: (scenario) => changeSettings({ scenario }),
    changePlay: (change) => replaceSettings(withPlay(store.getState().settings, change)),
    choosePlacement(placement) {
      const { text, settings } = store.getState();
      const written = writePlacement(text, placement, settings.model);
      if (!written.ok) {
        actions.warn(written.reason);
        return;
      }
      actions.changePlay({ placement: placement.kind === "as-drawn" ? undefined : placement });
      actions.applyEdits(written.edits, `Markers placed: ${nameOf(placement)}.`);
    },
    toggleMarker(segment) {
      drawn();
      const { text, good } = store.getState();
      const here = good?.request.markers.find((marker) => marker.segment === segment);
      if (here) actions.removeMarker(here.pointer);
      else apply(addMarker(text, segment), `Marker added to ${describePlace(good?.request, segment)}.`);
    },
    moveMarker(marker, toSegment) {
      drawn();
      const { text, good } = store.getState();
      apply(
        moveMarker(text, marker, toSegment),
        `Marker moved to ${describePlace(good?.request, toSegment)}.`,
      );
    },
    removeMarker(marker) {
      drawn();
      apply(removeMarker(store.getState().text, marker), "Marker removed.");
    },
    selectTurn(turn) {
      store.setState({ turn });
      void showSelected();
    },
    highlight: (highlighted) => store.setState({ highlighted }),
    setMoneyPer: (moneyPer) => store.setState({ moneyPer }),
    reveal: (range) => editor?.reveal(range),
    formatDocument: () => editor?.format(),
    async fixAllSafe() {
      const { text, settings } = store.getState();
      const answer = await questions.ask({ kind: "fix-all", text, settings });
      if (!answer.ok) actions.warn(answer.reason);
      else if (store.getState().text === text) {
        actions.applyEdits(differenceEdit(text, answer.value.text), describeFixes(answer.value));
      }
    },
    switchRule(rule, on) {
      const others = (store.getState().settings.offRules ?? []).filter((id) => id !== rule);
      changeSettings({ offRules: on ? others : [...others, rule] });
      actions.announce(`Rule ${rule} switched ${on ? "on" : "off"} for this document.`);
    },
    setCalibration(model, ratio) {
      const { [model]: _, ...others } = store.getState().settings.calibrations ?? {};
      changeSettings({ calibrations: ratio === null ? others : { ...others, [model]: ratio } });
    },
    setMediaSize(pointer, size) {
      changeSettings({ mediaSizes: { ...store.getState().settings.mediaSizes, [pointer]: size } });
    },
    recount(announcement) {
      actions.announce(announcement);
      void refresh();
    },
    ask: questions.ask,
    announce: (announcement) => store.setState({ announcement }),
    warn: (warning) => store.setState({ warning }),
  };

  /** Fetches the selected request in full, unless it is there; drops it where another one is selected meanwhile. */
  async function showSelected(): Promise<void> {
    const { good, turn: index, settings, analysedText } = store.getState();
    const turn = good?.timeline.turns[index];
    if (!good || !turn || good.shown.index === index || analysedText === null) return;
    const answer =
      index === 0
        ? ({ ok: true, value: good.request } as const)
        : await questions.ask({ kind: "view-turn", text: analysedText, settings, turn: index });
    if (!answer.ok) {
      actions.warn(answer.reason);
      return;
    }
    const { good: now, turn: selected } = store.getState();
    if (now !== good || selected !== index || !answer.value) return;
    store.setState({ good: { ...good, shown: { ...turn, index, request: answer.value } } });
  }

  function apply(result: EditResult, announcement: string): void {
    if (result.ok) actions.applyEdits(result.edits, announcement);
    else actions.warn(result.reason);
  }

  void refresh();
  return { store, actions };
}
