"use client";
/** The fragment that carries a layout; one sentence where the layout is too large for a link. */
import { useEffect, useState } from "react";
import { encodeShare, TooLargeForLink } from "../../lib/share/codec";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { reasonOf } from "../../lib/values/failure";
import type { Said } from "../../lib/words/message";

export interface Fragment {
  /** Without `#`; empty while it is written, or where it cannot be. */
  readonly text: string;
  readonly problem: Said | null;
}

const NONE: Fragment = { text: "", problem: null };

export function useFragment(layout: SharedLayout | null): Fragment {
  const [written, setWritten] = useState<{ of: SharedLayout; fragment: Fragment } | null>(null);

  useEffect(() => {
    if (!layout) return;
    let isCurrent = true;
    const take = (fragment: Fragment) => {
      if (isCurrent) setWritten({ of: layout, fragment });
    };
    encodeShare(layout).then(
      (text) => take({ text, problem: null }),
      (error: unknown) =>
        take({ text: "", problem: error instanceof TooLargeForLink ? error.said : reasonOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [layout]);

  return written && written.of === layout ? written.fragment : NONE;
}
