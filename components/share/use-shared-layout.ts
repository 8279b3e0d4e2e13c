"use client";
/** What the dialog shares: the page's layout as it was opened, without secrets or without words where that is asked. */
import { useEffect, useMemo, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { redactLayout } from "../../lib/share/redact-layout";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { Said } from "../../lib/words/message";
import { useActions } from "../playground-context";

export interface LayoutToShare {
  /** Null while it is made, or where it cannot be made. */
  readonly layout: SharedLayout | null;
  /** One sentence; null where nothing is wrong. */
  readonly problem: Said | null;
}

interface ShapeAnswer extends LayoutToShare {
  /** Of which layout it is the shape. */
  readonly of: SharedLayout;
}

const KEY_BYTES = 16;

export function useSharedLayout(
  base: SharedLayout,
  settings: Settings,
  choice: { readonly shapeOnly: boolean; readonly withoutSecrets: boolean },
): LayoutToShare {
  const { shapeOnly, withoutSecrets } = choice;
  const { ask } = useActions();
  const [shape, setShape] = useState<ShapeAnswer | null>(null);
  const plain = useMemo(() => (withoutSecrets ? redactLayout(base).layout : base), [base, withoutSecrets]);

  useEffect(() => {
    if (!shapeOnly) return;
    const stop = new AbortController();
    // A new key each time, kept nowhere: with it nobody can test a guess of what a text was.
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    void ask({ kind: "shape-only", layout: plain, settings, key }, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setShape({
        of: plain,
        layout: answer.ok ? answer.value : null,
        problem: answer.ok ? null : answer.reason,
      });
    });
    return () => stop.abort();
  }, [ask, plain, settings, shapeOnly]);

  if (!shapeOnly) return { layout: plain, problem: null };
  return shape?.of === plain ? shape : { layout: null, problem: null };
}
