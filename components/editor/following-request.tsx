"use client";
/** A request that follows from the document, as its body would be sent, with what differs from the request before it. */
import { useEffect, useState } from "react";
import type { TurnBodies } from "../../lib/pipeline/write-bodies";
import type { Said } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { DiffEditor } from "../why/diff-editor";
import { useWords } from "../words/use-words";
import { useFollowingMarks } from "./use-following-marks";

type Bodies =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly turn: number; readonly bodies: TurnBodies }
  | { readonly kind: "failed"; readonly reason: Said };

/** The bodies of one moment; the old ones stay until the new ones are there. */
function useBodies(turn: number): Bodies {
  const { store, actions } = usePlaygroundStore();
  const timeline = usePlayground((state) => state.good?.timeline);
  const [bodies, setBodies] = useState<Bodies>({ kind: "waiting" });
  useEffect(() => {
    const { analysedText: text, settings } = store.getState();
    if (!timeline || text === null) return;
    const calling = new AbortController();
    void actions
      .ask({ kind: "write-bodies", text, settings, turn }, { signal: calling.signal })
      .then((answer) => {
        if (calling.signal.aborted) return;
        if (!answer.ok) setBodies({ kind: "failed", reason: answer.reason });
        else if (answer.value) setBodies({ kind: "ready", turn, bodies: answer.value });
      });
    return () => calling.abort();
  }, [store, actions, timeline, turn]);
  return bodies;
}

export function FollowingRequest({ turn }: { turn: number }) {
  const { t, say } = useWords();
  const bodies = useBodies(turn);
  const onEditor = useFollowingMarks(bodies.kind === "ready" ? bodies.bodies : null);
  if (bodies.kind === "failed") return <p className="p-4 text-bad">{say(bodies.reason)}</p>;
  if (bodies.kind === "waiting")
    return <p className="p-4 text-mute">{t("editor.writing", { number: `${turn + 1}` })}</p>;
  const { before, body } = bodies.bodies;
  return (
    <div className="following h-full" data-following={bodies.turn + 1}>
      <DiffEditor
        before={before}
        after={body}
        names={{
          before: t("editor.requestNumber", { number: `${bodies.turn}` }),
          after: t("editor.requestJson", { number: `${bodies.turn + 1}` }),
        }}
        language="json"
        isInline
        onEditor={onEditor}
      />
    </div>
  );
}
