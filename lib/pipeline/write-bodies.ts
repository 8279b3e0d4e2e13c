/** The bodies of two requests of a scenario as text, so that one is seen in the form in which it is sent. */
import { parsePrompt } from "../prompt/parse";
import type { TextRange } from "../prompt/prompt";
import { writeRequest } from "../prompt/write-request";
import type { Settings } from "./analysis";
import { compareTurns, renderTurn } from "./compare-turns";
import { findPlaces } from "./find-places";
import type { DocumentOpener } from "./open-document";
import type { PreparedTurn } from "./prepare-script";

export interface BodyQuestion {
  readonly kind: "write-bodies";
  readonly text: string;
  readonly settings: Settings;
  readonly turn: number;
}

export interface TurnBodies {
  /** The request asked for, and the one before it; JSON indented by two. */
  readonly body: string;
  readonly before: string;
  /** Where the segments stand in `body`, by their pointers. */
  readonly places: Readonly<Record<string, TextRange>>;
  /** Segment in which the request parts from the one before; null where it only goes on from it. */
  readonly parted: string | null;
}

/** Null where the text is no request or has no such turn; the first has none before it. */
export function writeBodies(
  { text, settings, turn }: Omit<BodyQuestion, "kind">,
  open: DocumentOpener,
): TurnBodies | null {
  const turns = open(text, settings).document?.turns;
  const [here, there] = [turns?.[turn], turns?.[turn - 1]];
  if (!here || !there) return null;
  const write = ({ script, ready }: PreparedTurn): string => {
    // A request given verbatim has a text of its own, which its places refer to.
    const own = settings.scenario?.turns[script.turn]?.body;
    const source = { text: own ?? text, model: settings.model };
    return JSON.stringify(writeRequest(ready.prompt, source), null, 2);
  };
  const body = write(here);
  const written = parsePrompt(body).prompt;
  const [rendered, other] = [here, there].map(({ ready }) =>
    renderTurn(ready.prompt, settings.model, ready.layout.readings),
  );
  const first = rendered && other ? compareTurns(turn, turn - 1, rendered, other).first : null;
  return {
    body,
    before: write(there),
    places: written ? findPlaces(written).segments : {},
    parted: first?.pointer ?? null,
  };
}
