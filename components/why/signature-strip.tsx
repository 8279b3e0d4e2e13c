"use client";
/** The selected request against an earlier one: one block a segment, up to the first that differs, and behind it. */
import { type KeyboardEvent, useId, useState } from "react";
import type { MessageKey } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { describeBlock } from "./describe-block";
import type { StripBlock } from "./group-strip";

const LOOKS = {
  read: "fill-read border border-read",
  unread: "border border-dashed border-read bg-read-wash",
  changed: "border-2 border-bad bg-bad-wash",
  harmless: "border-2 border-mute bg-panel",
  behind: "border border-uncached bg-uncached-wash",
  added: "border border-line bg-panel",
} as const;

type Look = keyof typeof LOOKS;

const LEGEND = {
  read: "why.lookRead",
  unread: "why.lookUnread",
  changed: "why.stateChanged",
  harmless: "why.lookHarmless",
  behind: "why.stateBehind",
  added: "why.stateAdded",
} as const satisfies Readonly<Record<Look, MessageKey>>;

/** A block that is the same yet was not read looks unlike one that was: an expired entry, another model. */
function lookOf({ state, fate }: StripBlock, missed: boolean): Look {
  if (state === "changed") return missed ? "changed" : "harmless";
  if (state === "same") return fate.read > 0 ? "read" : "unread";
  return state;
}

/** @param missed whether the request read less than it could have */
export function SignatureStrip({ blocks, missed }: { blocks: readonly StripBlock[]; missed: boolean }) {
  const { t, say } = useWords();
  const actions = useActions();
  const id = useId();
  const highlighted = usePlayground((state) => state.highlighted);
  const [active, setActive] = useState<number | null>(null);
  const pointed = blocks.findIndex(({ pointer }) => pointer === highlighted);
  const changed = blocks.findIndex(({ state }) => state === "changed");
  const current = active ?? (pointed >= 0 ? pointed : Math.max(changed, 0));

  function point(at: number | null): void {
    setActive(at);
    actions.highlight(at === null ? null : (blocks[at]?.pointer ?? null));
  }

  function handleKey(event: KeyboardEvent): void {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: blocks.length - 1 }[
      event.key
    ];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    point(Math.max(0, Math.min(blocks.length - 1, to)));
  }

  const said = blocks[current];
  const looks = [...new Set(blocks.map((block) => lookOf(block, missed)))];
  return (
    <div>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t("why.segments")}
        aria-orientation="horizontal"
        aria-activedescendant={`${id}-${current}`}
        onKeyDown={handleKey}
        onFocus={() => point(current)}
        onBlur={() => point(null)}
        onMouseLeave={() => point(null)}
        className="flex h-9 w-full gap-px overflow-hidden rounded-sm"
      >
        {blocks.map((block, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
          <div
            key={block.pointer}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === current}
            aria-label={say(describeBlock(block))}
            data-state={block.state}
            onMouseEnter={() => point(at)}
            style={{ flexGrow: block.tokens }}
            className={`min-w-[5px] basis-0 overflow-hidden rounded-[2px] text-center ${
              block.state === "changed" ? "shrink-0" : "shrink"
            } ${LOOKS[lookOf(block, missed)]} ${at === active || at === pointed ? "outline-2 -outline-offset-2 outline-ink" : ""}`}
          />
        ))}
      </div>
      <p className="mt-1 min-h-[1.45em] text-xs">{said && say(describeBlock(said))}</p>
      <ul
        aria-label={t("why.blocksKey")}
        className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-[11px] text-mute"
      >
        {looks.map((look) => (
          <li key={look} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 rounded-[2px] ${LOOKS[look]}`} />
            {t(LEGEND[look])}
          </li>
        ))}
      </ul>
    </div>
  );
}
