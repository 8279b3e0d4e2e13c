/** Plays the same conversation on one system over and over with markers in different places. */
import { createPrefixIndex } from "../layout/prefix-index";
import { SERVICES_AS_OF } from "../offers/listed-prices";
import type { ComparableMarker, ComparableRequest } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { inOrderOfStart } from "../timeline/simulate";
import { reportOn } from "./compare-systems";
import type { AskedSystem, ComparedSystem } from "./compared-system";
import { type Counters, findCounting } from "./counting";
import type { GivenPrompt } from "./given-request";
import { playComparable } from "./play-comparable";
import { readPrompts } from "./read-prompts";
import { basisOf } from "./reading";

export interface MarkerReplay {
  /** With the markers of these variants together, each place marked once. */
  play(variants: readonly number[]): ComparedSystem;
}

const bySegment = (a: ComparableMarker, b: ComparableMarker): number => a.segment - b.segment;

/** One marker a place, in cache order. */
function joinMarkers(lists: readonly (readonly ComparableMarker[])[]): ComparableMarker[] {
  const bySpot = new Map(lists.flat().map((marker) => [marker.segment, marker] as const));
  return [...bySpot.values()].sort(bySegment);
}

/**
 * Counts and cuts the requests once: markers change neither.
 * @param bare the requests without markers
 * @param variants the same requests with the markers of one choice each
 */
export function createMarkerReplay(
  asked: AskedSystem,
  bare: readonly GivenPrompt[],
  variants: readonly (readonly GivenPrompt[])[],
  counters: Counters,
): MarkerReplay {
  const system = findComparable(asked.system);
  if (!system) throw new Error(`No system is called ${asked.system}.`);
  const counting = findCounting(asked, counters);
  const all = [bare, ...variants].flat();
  const read = readPrompts(all, createPrefixIndex(), counting);
  const [plain = [], ...marked] = [bare, ...variants].map((requests, order) =>
    requests.map((request, number) => read(request, order * bare.length + number, number)),
  );
  const markers = marked.map((requests) => requests.map((request) => request.markers));
  const order = inOrderOfStart(bare);
  const sizes = plain.map(({ prompt }) => prompt);
  const basis = basisOf(bare, sizes, counting);
  const terms = { on: SERVICES_AS_OF, explain: false };
  return {
    play(chosen) {
      const requests = plain.map(
        (request, number): ComparableRequest => ({
          ...request,
          markers: joinMarkers(chosen.map((variant) => markers[variant]?.[number] ?? [])),
        }),
      );
      const play = playComparable(system, asked, terms, { requests, ...basis });
      return reportOn(asked, play, requests, order, false);
    },
  };
}
