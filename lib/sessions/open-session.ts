/** The chat requests of a recorded session, parsed and in order of time, with what was billed for each. */

import { type DecodedUsage, decodeUsage } from "../answers/decode-usage";
import type { Prompt } from "../prompt/prompt";
import { joinAnswer } from "../timeline/write-message";
import type { Progress } from "../values/progress";
import { type Said, tell } from "../words/message";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";
import type { SessionMemory } from "./session-memory";

export interface SentRequest {
  readonly exchange: RecordedExchange;
  /** Seconds from the session's first request. */
  readonly at: number;
  /** Seconds until its answer had ended, as far as that is known. */
  readonly duration: number;
  /** False while it is being answered. */
  readonly isOver: boolean;
  /** Null where the body is missing or no request. */
  readonly prompt: Prompt | null;
  /** Why there is no prompt, one sentence. */
  readonly problem: Said | null;
  readonly billed: DecodedUsage | null;
  /** True where it was one of the session cache: by a header that was seen, or by what its usage says. */
  readonly isSession: boolean;
  /** All that the model wrote, its thinking and calls included. */
  readonly reply: string;
  /** What the service refused it with, one sentence; null where it did not. */
  readonly failure: Said | null;
}

function failureOf({ status, answer, usage }: RecordedExchange): Said | null {
  const error = answer?.error ?? null;
  if (status !== null && status >= 400) {
    return error ?? tell("sessions.refusedWith", { status });
  }
  return error !== null && usage === null ? error : null;
}

const billedOf = ({ usage }: RecordedExchange): DecodedUsage | null => {
  if (usage === null) return null;
  const reading = decodeUsage(usage);
  return reading.ok ? reading.usage : null;
};

const replyOf = ({ answer }: RecordedExchange): string =>
  answer ? joinAnswer({ text: answer.text, thinking: answer.reasoning }, callsOf(answer.calls)) : "";

const callsOf = (calls: readonly { readonly name: string; readonly arguments: string }[]) =>
  calls.map((call) => ({ ...call, result: "" }));

/** Parses request after request, so that the caller may stop between two. Never throws. */
export function* openSession(
  session: RecordedSession,
  { readForm, readPrompt }: Pick<SessionMemory, "readForm" | "readPrompt">,
): Generator<Progress, SentRequest[]> {
  const chats = session.exchanges
    .filter(({ kind }) => kind === "chat")
    .sort((one, other) => one.at - other.at || one.number - other.number);
  const start = session.startedAt ?? chats[0]?.at ?? 0;
  const opened: SentRequest[] = [];
  for (const [done, exchange] of chats.entries()) {
    const { missing, duration, firstToken, firstByte } = exchange;
    const { body, problem } = readForm(exchange);
    const read = body === null ? null : readPrompt(body);
    const billed = billedOf(exchange);
    opened.push({
      exchange,
      at: exchange.at - start,
      duration: duration ?? firstToken ?? firstByte ?? 0,
      isOver: duration !== null || exchange.answer !== null,
      prompt: read?.prompt ?? null,
      problem: read?.prompt ? null : (problem ?? read?.problem ?? missing ?? tell("sessions.bodyNotKept")),
      billed,
      isSession: exchange.session === true || billed?.kind === "session",
      reply: replyOf(exchange),
      failure: failureOf(exchange),
    });
    yield { done: done + 1, total: chats.length * 2 };
  }
  return opened;
}
