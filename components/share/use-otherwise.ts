"use client";
/** What the page plays otherwise than documented or assumed, for all that shows or takes away its figures. */
import { tellOtherwise, writeOtherwise } from "../../lib/offers/open-questions";
import { readingsFor, toldOf } from "../../lib/offers/readings";
import type { Message } from "../../lib/words/message";
import { usePlayground } from "../playground-context";

export interface Otherwise {
  /** A question with its reading each; none where all is as documented or assumed, or another service plays. */
  readonly list: readonly Message[];
  /** The same for programs. */
  readonly written: string;
}

export function useOtherwise(): Otherwise {
  const chosen = usePlayground((state) => state.settings.readings);
  const observed = usePlayground((state) => state.settings.observed);
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const isElsewhere = usePlayground((state) => (state.good?.timeline.playedBy ?? null) !== null);
  if (isElsewhere) return { list: [], written: "" };
  const readings = readingsFor(model, toldOf({ readings: chosen, observed }));
  return { list: tellOtherwise(readings, model), written: writeOtherwise(readings, model) };
}
