"use client";
/** A segment's tokens, coloured in turn; the one under the pointer is named with its id. */
import type { TokenList, TokenSpan } from "../../lib/tokens/token-list";
import { type Message, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";

const tints = ["token-a", "token-b", "token-c", "token-d"] as const;

/** Line breaks show as a sign before they break. */
const visible = (text: string): string => text.replace(/\n/g, "⏎\n");

function describeToken(token: TokenSpan, position: number): Message {
  const named = { position: `${position}`, id: `${token.id}` };
  if (token.added) return tell("tokens.addedToken", named);
  return token.bytes === null
    ? tell("tokens.textToken", { ...named, text: JSON.stringify(token.text) })
    : tell("tokens.byteToken", { ...named, bytes: token.bytes });
}

interface TokenTextProps {
  readonly list: TokenList;
  readonly onPoint: (words: string | null) => void;
}

export function TokenText({ list, onPoint }: TokenTextProps) {
  const { say } = useWords();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only names the token; ids are in each title too
    // biome-ignore lint/a11y/useKeyWithMouseEvents: nothing here takes the focus
    <div
      className="font-mono text-xs leading-5 break-words whitespace-pre-wrap"
      onMouseOver={({ target }) => {
        const position = target instanceof HTMLElement ? Number(target.dataset.token ?? -1) : -1;
        const token = list.tokens[position];
        onPoint(token ? say(describeToken(token, position + 1)) : null);
      }}
      onMouseLeave={() => onPoint(null)}
    >
      {list.tokens.map((token, position) => (
        <span
          key={`${token.start}-${token.id}-${token.end === token.start ? position : ""}`}
          data-token={position}
          title={`id ${token.id}`}
          className={`rounded-[3px] ${token.added ? "token-added" : tints[position % tints.length]}`}
        >
          {token.text === "" ? "·" : visible(token.text)}
        </span>
      ))}
    </div>
  );
}
