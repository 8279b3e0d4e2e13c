"use client";
/** A turn as a conversation: what the user says, which tools the model calls, and what it answers. */
import { setRounds } from "../../lib/timeline/edit-scenario";
import type { ScriptedCall, Turn } from "../../lib/timeline/scenario";
import { formatBytes } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import type { SpokenTokens } from "./made-requests";
import { SpeechBlock } from "./speech-block";
import { SpokenText, TextOrTokens } from "./text-or-tokens";
import { ToolRounds } from "./tool-rounds";
import type { TurnEdits } from "./use-turn-edits";

interface TurnTalkProps {
  readonly turn: Turn;
  readonly index: number;
  /** How the turn is called, e.g. "request 2". */
  readonly of: string;
  readonly edits: TurnEdits;
  /** Null until it has been played. */
  readonly spoken: SpokenTokens | null;
  /** Whether its rounds are edited and its thinking shows. */
  readonly isOpen: boolean;
  readonly hasTools: boolean;
}

const MAX_SHOWN = 160;

function tellResult({ result, resultTokens }: ScriptedCall): Said {
  if (resultTokens !== undefined) return tell("scenario.resultFiller", { count: resultTokens });
  return result === "" ? tell("scenario.nothing") : result.slice(0, MAX_SHOWN);
}

function Calls({ calls }: { readonly calls: readonly ScriptedCall[] }) {
  const { t } = useWords();
  return (
    <ul className="space-y-0.5 px-1 py-0.5 leading-4">
      {calls.map((call, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no other name than their place
        <li key={index} className="truncate">
          <code>{call.name}</code>{" "}
          <span className="text-mute">{t("scenario.gives", { result: tellResult(call) })}</span>
        </li>
      ))}
    </ul>
  );
}

export function TurnTalk({ turn, index, of, edits, spoken, isOpen, hasTools }: TurnTalkProps) {
  const { mode, rounds = [], thinking = "" } = turn;
  const { t } = useWords();
  const asks = mode === "append" || mode === "replace";
  if (mode === "ping") return <p className="text-xs text-mute">{t("scenario.saidPing")}</p>;
  return (
    <>
      {asks ? (
        <SpeechBlock speaker="user" tokens={spoken?.user ?? null}>
          <TextOrTokens
            label={t("scenario.userTextOf", { of })}
            placeholder={t("scenario.userText")}
            text={turn.user}
            tokens={turn.userTokens}
            onText={(user) => edits.set(index, { user })}
            onTokens={(userTokens) => edits.set(index, { userTokens })}
          />
        </SpeechBlock>
      ) : (
        <p className="text-xs text-mute">
          {mode === "body"
            ? t("scenario.saidBody", { size: formatBytes(turn.body?.length ?? 0) })
            : t("scenario.saidRepeat")}
        </p>
      )}
      {isOpen && (hasTools || rounds.length > 0) ? (
        <SpeechBlock speaker="tools" tokens={null}>
          <div className="space-y-1.5 px-1 py-0.5">
            <ToolRounds
              rounds={rounds}
              of={of}
              onChange={(changed, announcement) =>
                edits.change((each) => setRounds(each, index, changed), announcement)
              }
            />
          </div>
        </SpeechBlock>
      ) : (
        rounds.map((round, order) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds have no other name than their place
          <SpeechBlock key={order} speaker="tools" tokens={spoken?.results[order] ?? null}>
            <Calls calls={round.calls} />
          </SpeechBlock>
        ))
      )}
      <SpeechBlock speaker="model" tokens={spoken?.reply ?? null}>
        {(isOpen || thinking !== "") && (
          <div className="mb-1 border-b border-line pb-1 text-mute italic">
            <SpokenText
              label={t("scenario.thinkingBeforeReplyTo", { of })}
              placeholder={t("scenario.thinkingBeforeReply")}
              value={thinking}
              onChange={(text) => edits.set(index, { thinking: text === "" ? undefined : text })}
            />
          </div>
        )}
        <TextOrTokens
          label={t("scenario.replyTo", { of })}
          placeholder={t("scenario.reply")}
          text={turn.reply}
          tokens={turn.replyTokens}
          onText={(reply) => edits.set(index, { reply })}
          onTokens={(replyTokens) => edits.set(index, { replyTokens })}
        />
      </SpeechBlock>
    </>
  );
}
