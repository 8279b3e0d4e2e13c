"use client";
/** The request as text, in which dialect it is and how many tokens it has. */
import dynamic from "next/dynamic";
import { useContext, useEffect, useState } from "react";
import { formatCount } from "../../lib/values/figures";
import { PageModeContext, useCanEdit } from "../page-mode";
import { useActions, usePlayground } from "../playground-context";
import { PrecisionTag } from "../tokens/precision-tag";
import { Button } from "../ui/button";
import { PanelHead } from "../ui/panel-head";
import { useWords } from "../words/use-words";
import { BrokenNote } from "./broken-note";
import { DialectSwitch } from "./dialect-switch";
import { EmptyEditor } from "./empty-editor";
import { afterEditorWords } from "./monaco-words";

const LONGEST_WAIT_MS = 2500;

const EditorWaiting = () => <p className="p-4 text-mute">{useWords().t("editor.loading")}</p>;

const loadEditor = () => afterEditorWords(() => import("./request-editor"));
const loadFollowing = () => afterEditorWords(() => import("./following-request"));

/** For a page that is to go on without network. */
export const preloadEditors = (): Promise<unknown> => Promise.all([loadEditor(), loadFollowing()]);

const RequestEditor = dynamic(() => loadEditor().then((module) => module.RequestEditor), {
  ssr: false,
  loading: EditorWaiting,
});

const FollowingRequest = dynamic(() => loadFollowing().then((module) => module.FollowingRequest), {
  ssr: false,
  loading: EditorWaiting,
});

interface HeadButtonProps {
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function HeadButton({ pressed, onClick, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={`shrink-0 rounded px-1.5 hover:bg-hover ${pressed ? "bg-selected text-ink" : ""}`}
    >
      {children}
    </button>
  );
}

interface EditorPanelProps {
  /** Long lines are broken from the start. */
  readonly wraps?: boolean;
}

export function EditorPanel({ wraps = false }: EditorPanelProps) {
  const { t } = useWords();
  const actions = useActions();
  const canEdit = useCanEdit();
  // A frame in somebody's page opens nothing else.
  const canImport = useContext(PageModeContext) === "page";
  const own = usePlayground((state) => state.good?.request);
  const shown = usePlayground((state) => state.good?.shown);
  const turn = usePlayground((state) => state.turn);
  const stale = usePlayground((state) => state.stale);
  const request = turn === 0 ? own : shown?.request;
  const [wrap, setWrap] = useState(wraps);
  // The editor is by far the largest part of the page: the first figures need not wait for it.
  const started = usePlayground((state) => state.status !== "starting");
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section aria-label={t("editor.request")} className="@container flex h-full min-h-0 flex-col bg-panel">
      <PanelHead
        title={turn === 0 ? t("editor.request") : t("editor.requestNumber", { number: `${turn + 1}` })}
      >
        {turn > 0 && (
          <Button look="link" onClick={() => actions.selectTurn(0)}>
            {t("editor.backToDocument")}
          </Button>
        )}
        {request && (
          <>
            {canEdit && turn === 0 && <DialectSwitch dialect={request.dialect} bare={request.bare} />}
            <span className="ml-auto shrink-0">
              <span className={`font-mono text-ink ${stale ? "opacity-50" : ""}`} data-tokens={request.total}>
                {formatCount(request.total)}
              </span>
              <span className="@max-[26rem]:sr-only"> {t("editor.tokens")}</span>
            </span>
            {canEdit && turn === 0 && (
              <HeadButton onClick={actions.formatDocument}>{t("editor.format")}</HeadButton>
            )}
            {turn === 0 && (
              <HeadButton pressed={wrap} onClick={() => setWrap(!wrap)}>
                {t("editor.wrap")}
              </HeadButton>
            )}
            <PrecisionTag />
          </>
        )}
      </PanelHead>
      {turn === 0 && <BrokenNote />}
      {turn > 0 && (
        <div className="min-h-0 flex-1">
          <FollowingRequest turn={turn} />
        </div>
      )}
      {/* The editor stays: it owns the text and what can be taken back. */}
      <div className={turn > 0 ? "hidden" : "relative min-h-0 flex-1"}>
        {started || waited ? <RequestEditor wrap={wrap} onWrap={() => setWrap(true)} /> : <EditorWaiting />}
        {canImport && turn === 0 && <EmptyEditor />}
      </div>
    </section>
  );
}
