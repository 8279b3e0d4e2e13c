"use client";
/** Moving a marker over the places where it may stand: by pointer or keys, with what each would cost, until it is dropped. */
import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { RequestView, Settings } from "../../lib/pipeline/analysis";
import { nameOf } from "../../lib/placement/placement";
import { applyEdits } from "../../lib/prompt/apply-edits";
import { moveMarker } from "../../lib/prompt/marker-edits";
import { formatMoney } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import type { MovedMarker } from "./later-markers";
import { useGhost } from "./use-ghost";

/** A place where a marker may stand: the end of a segment of the document's request. */
export interface MarkerPlace {
  readonly segment: string;
  readonly role: string;
  /** Tokens from the start of the request. */
  readonly tokens: number;
}

export interface MarkerDrag {
  readonly marker: string;
  /** Where it stands, and where it would be dropped. */
  readonly from: string;
  readonly to: string;
  readonly by: "pointer" | "keys";
}

/** @param marker the one that is moved: where another stands it cannot go */
export const listPlaces = ({ segments, markers }: RequestView, marker: string | null): MarkerPlace[] =>
  segments
    .filter(
      ({ role, pointer: segment }) =>
        role !== "tools" &&
        (marker === null || markers.every((each) => each.pointer === marker || each.segment !== segment)),
    )
    .map(({ pointer, role, prefix }) => ({ segment: pointer, role, tokens: prefix }));

/** Places asked about at once: few enough that the next question is about where the pointer is by then. */
const BATCH = 4;
/** Of a long request only the places around the pointer are priced. */
const MOST = 60;

/** A marker that is moved by hand is meant as drawn. */
function withoutPlacement({ placement: _, ...settings }: Settings): Settings {
  return settings;
}

/**
 * @param placeAt the place at an x of the screen, for the marker that is moved
 * @param onAsk the markers follow a rule: the reader says whether the one that was moved is as drawn, or by which rule
 */
export function useMarkerDrag(
  request: RequestView,
  placeAt: (clientX: number, marker: string) => MarkerPlace | undefined,
  onAsk: (moved: MovedMarker) => void,
) {
  const { store, actions } = usePlaygroundStore();
  const ghost = useGhost();
  const { t, say } = useWords();
  const [drag, setDrag] = useState<MarkerDrag | null>(null);
  const [prices, setPrices] = useState<Readonly<Record<string, number | null>>>({});
  const marker = drag?.marker;
  const places = useMemo(() => listPlaces(request, marker ?? null), [request, marker]);
  const to = drag?.to;

  /** The unpriced places nearest to where the marker would be dropped. */
  const nextPlaces = useEffectEvent((known: Readonly<Record<string, unknown>>): string[] => {
    const here = places.findIndex(({ segment }) => segment === drag?.to);
    return places
      .map(({ segment }, index) => ({ segment, far: Math.abs(index - here) }))
      .filter(({ segment, far }) => !(segment in known) && far <= MOST / 2)
      .sort((a, b) => a.far - b.far)
      .slice(0, BATCH)
      .map(({ segment }) => segment);
  });

  useEffect(() => {
    if (!marker) return;
    const calling = new AbortController();
    const { analysedText: text, settings } = store.getState();
    async function price(): Promise<void> {
      let known: Record<string, number | null> = {};
      for (let asked = 0; asked < MOST && text !== null && marker; asked += BATCH) {
        const wanted = nextPlaces(known);
        if (wanted.length === 0) return;
        const question = {
          kind: "price-places",
          text,
          settings: withoutPlacement(settings),
          marker,
          places: wanted,
        } as const;
        const answer = await actions.ask(question, { signal: calling.signal });
        if (calling.signal.aborted || !answer.ok) return;
        known = { ...known, ...answer.value };
        setPrices(known);
      }
    }
    void price();
    return () => {
      calling.abort();
      setPrices({});
      ghost.hide();
    };
  }, [marker, store, actions, ghost]);

  // What the conversation would become with the marker where it is now, drawn under the rows.
  useEffect(() => {
    const { analysedText: text, settings } = store.getState();
    if (!marker || !to || text === null) return;
    const moved = moveMarker(text, marker, to);
    if (moved.ok && to !== drag?.from) {
      ghost.show(tell("map.thisPlace"), applyEdits(text, moved.edits), withoutPlacement(settings));
    } else ghost.hide();
  }, [marker, to, drag?.from, store, ghost]);

  /** What the conversation costs with the marker as drawn is known; what it costs by each rule is asked. */
  async function askForRule({ marker, from, to }: MarkerDrag, cost: number | null): Promise<void> {
    const { analysedText: text, settings } = store.getState();
    if (text === null) return;
    const stay = request.markers.flatMap(({ pointer, segment }) =>
      pointer === marker || segment === null ? [] : [segment],
    );
    const answer = await actions.ask({ kind: "price-rules", text, settings, turn: 0, stay, to });
    if (!answer.ok) return;
    const tokensAt = (segment: string): number =>
      request.segments.find(({ pointer }) => pointer === segment)?.prefix ?? 0;
    const drawn = {
      marker,
      segment: to,
      cost,
      ended: settings.placement ? say(nameOf(settings.placement)) : "",
    };
    onAsk({ from: tokensAt(from), to: tokensAt(to), rules: answer.value.rules, own: null, drawn });
  }

  function drop(): void {
    if (drag && drag.to !== drag.from) {
      const { good, settings } = store.getState();
      const [before, after] = [good?.timeline.totals.cost ?? null, prices[drag.to] ?? null];
      const currency = good?.timeline.turns[0]?.ledger.currency ?? "USD";
      if (settings.placement) void askForRule(drag, after);
      else {
        actions.moveMarker(drag.marker, drag.to);
        if (before !== null && after !== null) {
          actions.announce(
            t("map.markerMoved", {
              after: formatMoney(after, currency),
              before: formatMoney(before, currency),
            }),
          );
        }
      }
    }
    setDrag(null);
  }

  const follow = useEffectEvent((event: PointerEvent) => {
    const place = drag && placeAt(event.clientX, drag.marker);
    if (place && place.segment !== drag?.to) setDrag((held) => held && { ...held, to: place.segment });
  });
  const release = useEffectEvent(() => drop());
  const cancel = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") setDrag(null);
  });
  const isHeld = drag?.by === "pointer";
  useEffect(() => {
    if (!isHeld) return;
    const [move, up, key] = [
      (e: PointerEvent) => follow(e),
      () => release(),
      (e: KeyboardEvent) => cancel(e),
    ];
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("keydown", key);
    };
  }, [isHeld]);

  return {
    drag,
    prices,
    grab(event: ReactPointerEvent, of: string, from: string): void {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      setDrag({ marker: of, from, to: from, by: "pointer" });
    },
    /** Steps to the place before or after, without dropping. */
    step(of: string, from: string, by: -1 | 1): void {
      const open = listPlaces(request, of);
      const at = open.findIndex(({ segment }) => segment === (drag?.marker === of ? drag.to : from));
      const place = open[at + by];
      if (!place) actions.announce(t(by < 0 ? "map.firstMessage" : "map.lastMessage"));
      else setDrag({ marker: of, from, to: place.segment, by: "keys" });
    },
    drop,
    /** The focus goes on while a marker is held: it is dropped, unless that would ask something there. */
    leave(): void {
      if (store.getState().settings.placement) setDrag(null);
      else drop();
    },
    cancel: () => setDrag(null),
  };
}
