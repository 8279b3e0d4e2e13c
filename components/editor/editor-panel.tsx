"use client";
/** The request as text, with what it was recognised as and how many tokens it has. */
import dynamic from "next/dynamic";
import { useState } from "react";
import { usePlayground } from "../playground-context";
import { PrecisionTag } from "../tokens/precision-tag";
import { formatCount } from "../ui/format-number";
import { PanelHead } from "../ui/panel-head";

const RequestEditor = dynamic(() => import("./request-editor").then((module) => module.RequestEditor), {
  ssr: false,
  loading: () => <p className="p-4 text-mute">Loading the editor…</p>,
});

const dialects = { openai: "OpenAI-compatible", anthropic: "Anthropic-compatible" } as const;

export function EditorPanel() {
  const request = usePlayground((state) => state.good?.request);
  const [wrap, setWrap] = useState(false);
  return (
    <section aria-label="Request" className="flex h-full min-h-0 flex-col bg-panel">
      <PanelHead title="Request">
        {request && (
          <>
            <span className="truncate" data-dialect={request.dialect}>
              {dialects[request.dialect]}
              {request.bare && ", bare messages"}
            </span>
            <span className="ml-auto shrink-0">
              <span className="font-mono text-ink" data-tokens={request.total}>
                {formatCount(request.total)}
              </span>{" "}
              tokens
            </span>
            <button
              type="button"
              aria-pressed={wrap}
              onClick={() => setWrap(!wrap)}
              className={`shrink-0 rounded px-1.5 hover:bg-hover ${wrap ? "text-ink" : ""}`}
            >
              wrap
            </button>
            <PrecisionTag />
          </>
        )}
      </PanelHead>
      <div className="min-h-0 flex-1">
        <RequestEditor wrap={wrap} />
      </div>
    </section>
  );
}
