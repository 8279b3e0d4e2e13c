"use client";
/** The tools of the document's text; read only while somebody looks at them. */
import { useDeferredValue, useMemo } from "react";
import { parsePrompt } from "../../lib/prompt/parse";
import { canonicaliseTools } from "../../lib/prompt/tool-edits";
import { type Said, tell } from "../../lib/words/message";
import { usePlayground } from "../playground-context";

export interface ListedTool {
  readonly pointer: string;
  /** As written; a tool without one is called so. */
  readonly name: Said;
}

export interface ToolList {
  readonly tools: readonly ListedTool[];
  /** True where two builds of these tools give the same bytes already. */
  readonly canonical: boolean;
}

/** @param open null is given while it is false, and while the text cannot be read */
export function useToolList(open: boolean): ToolList | null {
  const text = useDeferredValue(usePlayground((state) => (open ? state.text : null)));
  return useMemo(() => {
    const prompt = text === null ? null : parsePrompt(text).prompt;
    if (text === null || !prompt) return null;
    const tools = prompt.tools.map(({ pointer, name }) => ({
      pointer,
      name: name ?? tell("segments.unnamed"),
    }));
    const ordered = canonicaliseTools(text);
    return { tools, canonical: ordered.ok && ordered.edits.length === 0 };
  }, [text]);
}
