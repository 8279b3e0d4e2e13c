"use client";
/** What the model sees: the rendered chat template of the selected request, segment by segment, token by token. */
import { type ReactNode, useEffect, useState } from "react";
import type { RequestView } from "../../lib/pipeline/analysis";
import { TAIL } from "../../lib/pipeline/show-segment";
import type { TokenList } from "../../lib/tokens/token-list";
import { formatCount } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Term } from "../terms/term";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { TokenText } from "./token-text";

const FIRST_TOKENS = 600;
const MORE_TOKENS = 6000;

interface Shown {
  readonly pointer: string;
  readonly role: string;
  readonly tokens: number;
}

const listSegments = (request: RequestView): Shown[] => [
  ...request.segments.map(({ pointer, role, tokens }) => ({ pointer, role, tokens })),
  { pointer: TAIL, role: "tail", tokens: request.tail },
];

function SegmentTokens({ shown, onPoint }: { shown: Shown; onPoint: (words: string | null) => void }) {
  const { store, actions } = usePlaygroundStore();
  const { t, say, gap } = useWords();
  const turn = usePlayground((state) => state.good?.shown.index ?? 0);
  const analysed = usePlayground((state) => state.good?.timeline);
  const [limit, setLimit] = useState(FIRST_TOKENS);
  const [list, setList] = useState<TokenList | null>(null);
  const [failure, setFailure] = useState<Said | null>(null);

  useEffect(() => {
    let current = true;
    const { analysedText, settings } = store.getState();
    if (!analysed || analysedText === null) return;
    void actions
      .ask({ kind: "show-segment", text: analysedText, settings, turn, segment: shown.pointer, limit })
      .then((answered) => {
        if (!current) return;
        setList(answered.ok ? answered.value : null);
        setFailure(answered.ok ? null : answered.reason);
      });
    return () => {
      current = false;
    };
  }, [actions, store, analysed, turn, shown.pointer, limit]);

  if (failure) return <p className="text-bad">{say(failure)}</p>;
  if (!list) return <p className="text-mute">{t("tokens.counting")}</p>;
  return (
    <>
      <TokenText list={list} onPoint={onPoint} />
      {list.changed && <p className="mt-1 text-xs text-mute">{t("tokens.normalised")}</p>}
      {!list.complete && (
        <p className="mt-1.5 text-xs text-mute">
          {t("tokens.firstOf", {
            shown: formatCount(list.tokens.length),
            all: formatCount(shown.tokens),
          })}
          {gap}
          {limit < MORE_TOKENS && (
            <Button look="link" className="text-xs" onClick={() => setLimit(MORE_TOKENS)}>
              {t("tokens.showMore", { tokens: formatCount(MORE_TOKENS) })}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

export function ModelView() {
  const view = usePlayground((state) => state.good?.shown);
  const { t, rich } = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<string | null>(null);
  if (!view) return <p className="p-4 text-mute">{t("tokens.nothingMeasured")}</p>;
  const { request, index: turn } = view;

  const toggle = (pointer: string, on: boolean): void =>
    setOpen((before) => {
      const after = new Set(before);
      if (on) after.add(pointer);
      else after.delete(pointer);
      return after;
    });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto p-3.5">
        <p className="mb-2 text-mute">
          {rich(
            "tokens.inTemplate",
            { template: (): ReactNode => <Term id="template" />, tail: (): ReactNode => <Term id="tail" /> },
            {
              number: `${turn + 1}`,
              tokens: formatCount(request.total),
              last: formatCount(request.tail),
            },
          )}
        </p>
        {listSegments(request).map((shown) => (
          <details
            key={shown.pointer}
            open={open.has(shown.pointer)}
            onToggle={(event) => toggle(shown.pointer, event.currentTarget.open)}
            className="border-t border-line-soft py-1.5"
          >
            <summary className="cursor-pointer">
              {shown.pointer === TAIL ? t("segments.tail") : shown.role}{" "}
              <span className="font-mono text-xs text-mute">
                {t("tokens.tokens", { tokens: formatCount(shown.tokens) })}
              </span>
            </summary>
            {open.has(shown.pointer) && (
              <div className="pt-1.5">
                <SegmentTokens shown={shown} onPoint={setPointed} />
              </div>
            )}
          </details>
        ))}
      </div>
      <p className="h-7 shrink-0 truncate border-t border-line-soft px-3.5 font-mono text-[11.5px] leading-7 text-mute">
        {pointed ?? t("tokens.pointAt")}
      </p>
    </div>
  );
}
