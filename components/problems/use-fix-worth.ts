"use client";
/** Asks the worker what a fix does to the cost of the conversation, once the fix is on the screen and typing rests. */
import { useEffect, useState } from "react";
import type { Fix } from "../../lib/lint/diagnostic";
import { type CostChange, compareCosts, settingsToWeigh, type WhatIf } from "../../lib/pipeline/what-if";
import { applyEdits } from "../../lib/prompt/apply-edits";
import { whenFirstScreenStands } from "../first-screen";
import { usePlayground, usePlaygroundStore } from "../playground-context";

/** Milliseconds that a document must stay as it is before its fixes are weighed. */
const SETTLE = 300;

export interface FixWorth extends CostChange {
  /** The scenario that was played, where that is not the document's own; else null. */
  readonly scenario: string | null;
}

/** @param isShown nothing is asked for a fix that nobody sees */
export function useFixWorth(fix: Fix | undefined, isShown: boolean): FixWorth | null {
  const { store, actions } = usePlaygroundStore();
  // A new analysis means another text, other settings or another vocabulary.
  const analysed = usePlayground((state) => state.good?.timeline);
  const [worth, setWorth] = useState<{ readonly of: Fix; readonly is: FixWorth | null } | null>(null);

  useEffect(() => {
    const { analysedText: text, text: typed, settings } = store.getState();
    if (!fix || !isShown || !analysed || text === null || text !== typed) return;
    const controller = new AbortController();
    const played = settingsToWeigh(settings);
    const ask = async (asked: string): Promise<WhatIf | null> => {
      const answer = await actions.ask(
        { kind: "what-if", text: asked, settings: played },
        { signal: controller.signal },
      );
      return answer.ok ? answer.value : null;
    };
    const timer = setTimeout(async () => {
      // It needs the vocabulary, for which the first screen does not wait.
      await whenFirstScreenStands();
      if (controller.signal.aborted) return;
      const isOwn = played === settings;
      const before = isOwn ? analysed.totals : (await ask(text))?.totals;
      const after = (await ask(applyEdits(text, fix.edits)))?.totals;
      if (controller.signal.aborted) return;
      const change = before && after ? compareCosts(before, after) : null;
      setWorth({
        of: fix,
        is: change && { ...change, scenario: isOwn ? null : (played.scenario?.name ?? null) },
      });
    }, SETTLE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [fix, isShown, analysed, actions, store]);

  return worth && worth.of === fix ? worth.is : null;
}
