/** The document's scenario played by another system than Model Studio, in the shape that every picture of the page draws. */
import { openComparison } from "../compare/compare-systems";
import { limitsOf, type PlayedLedger, playLedger } from "../compare/play-ledger";
import { listShownSystems, type ShownSystem } from "../compare/shown-systems";
import type { ComparableRequest } from "../systems/comparable";
import { findMisses } from "../timeline/find-misses";
import type { ChangingView, Settings, TimelineView } from "./analysis";
import { toGiven } from "./compare-report";
import type { OpenDocument } from "./open-document";
import type { PreparedRequest } from "./prepare-request";

export interface PlayedDocument {
  readonly shown: ShownSystem;
  readonly ledger: PlayedLedger;
}

/** By document: the selected request and questions about it come from the same play. */
const known = new WeakMap<OpenDocument, PlayedDocument>();

/** Null where Model Studio plays, or no row has the name that the settings say. */
export function playElsewhere(document: OpenDocument, settings: Settings): PlayedDocument | null {
  if (settings.played === undefined) return null;
  const shown = listShownSystems(settings).find(({ id }) => id === settings.played);
  if (!shown) return null;
  const before = known.get(document);
  if (before) return before;
  const requests = document.turns.map(toGiven);
  const comparison = openComparison({ requests, explain: true }, document);
  const played = { shown, ledger: playLedger(comparison, shown.asked) };
  known.set(document, played);
  return played;
}

/** Tokens up to the end of the tools and of each message. */
const boundsOf = ({ segments }: ComparableRequest): number[] =>
  segments.filter(({ isMessageEnd }) => isMessageEnd).map(({ prefix }) => prefix);

export function viewElsewhere(
  { turns: prepared, problems }: OpenDocument,
  { shown, ledger }: PlayedDocument,
): Omit<TimelineView, "changing"> {
  const { rows, requests, boundaries, entries, totals, currency, assumptions } = ledger;
  const { asked, id } = shown;
  const isRefused = rows.filter(({ reasons }) => reasons[0]?.code === "failed").length;
  return {
    playedBy: {
      row: id,
      name: asked.name ?? asked.system,
      model: asked.model,
      currency,
      readsMarkers: limitsOf(asked) !== null,
      refused: isRefused,
      assumptions,
    },
    turns: prepared.flatMap(({ script }, order) => {
      const [row, request] = [rows[order], requests[order]];
      const { at, duration, turn, kind, label, events } = script;
      if (!row || !request) return [];
      const ends = (boundaries[order] ?? [])
        .filter(({ status }) => status === "effective")
        .flatMap(({ segment }) => request.segments[segment]?.prefix ?? []);
      return [
        {
          at,
          duration,
          turn,
          kind,
          label,
          events,
          model: asked.model ?? "",
          bounds: boundsOf(request),
          breakpoints: [...new Set(ends)].toSorted((a, b) => a - b),
          implicitAtBest: 0,
          ledger: row,
        },
      ];
    }),
    entries,
    totals,
    misses: findMisses(rows),
    costAtBest: null,
    implicitAtBest: [],
    problems,
  };
}

/** Changing words where the system counts them: as far into their message as they stand in Model Studio's. */
export function placeElsewhere(
  changing: readonly ChangingView[],
  { measured }: PreparedRequest,
  { ledger }: PlayedDocument,
): ChangingView[] {
  const [request] = ledger.requests;
  return changing.map((span) => {
    const before = measured.segments.find(({ pointer }) => pointer === span.segment);
    const here = request?.segments.filter(({ pointer }) => pointer.startsWith(span.segment)) ?? [];
    const [first, last] = [here[0], here.at(-1)];
    if (!before || !first || !last) return span;
    const start = first.prefix - first.tokens;
    const tokens = before.tokens - (before.pointer === "/tools" ? 0 : toolsIn(measured, before));
    const into = (span.prefix - (before.prefix - tokens)) / Math.max(tokens, 1);
    return { ...span, prefix: Math.round(start + Math.min(Math.max(into, 0), 1) * (last.prefix - start)) };
  });
}

/** Tools are counted within the first segment. */
const toolsIn = (
  { tools, segments }: PreparedRequest["measured"],
  segment: PreparedRequest["measured"]["segments"][number],
): number => (segments[0] === segment ? Math.min(tools, segment.tokens) : 0);
