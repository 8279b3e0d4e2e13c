/** Watches one exchange from its request to its answer's end, and says when there is something new to keep. */

import type { Alias } from "../../redact/redaction";
import { type AnswerCopy, copyAnswer } from "./copy-answer";
import type { StreamEnding } from "./tap-stream";
import {
  type GivenAnswer,
  type RequestHalf,
  type SentRequest,
  type WrittenExchange,
  writeAnswer,
} from "./write-exchange";

/** What the way of the answer tells; none of it throws or waits. */
export interface ExchangeWatch {
  answered(facts: {
    readonly status: number;
    readonly requestId: string | null;
    readonly isEvents: boolean;
  }): void;
  onChunk(chunk: Uint8Array): void;
  onEnd(ending: StreamEnding): void;
}

export type UnnumberedExchange = Omit<WrittenExchange, "number">;

/** An exchange between two storings. */
export interface Draft {
  readonly watch: ExchangeWatch;
  /** Null until it is stored for the first time. */
  number: number | null;
  /** Bytes that it holds in memory, about. */
  weight: number;
  readonly at: number;
  hasEnded(): boolean;
  /**
   * Redacted, as far as it has come.
   * @param writeRequest is called the first time alone
   */
  write(alias: Alias, writeRequest: (sent: SentRequest) => Promise<RequestHalf>): Promise<UnnumberedExchange>;
}

/** @param tell called once, at the end */
export function watchExchange(
  sent: SentRequest,
  now: () => number,
  tell: (draft: Draft, addedBytes: number) => void,
): Draft {
  const begun = now();
  const { at, secrets } = sent;
  /** Let go of as soon as it is written: its body may be large. */
  let waiting: SentRequest | null = sent;
  let request: RequestHalf | null = null;
  let copy: AnswerCopy | null = null;
  let facts: { status: number; requestId: string | null } | null = null;
  let firstByte: number | null = null;
  let given: GivenAnswer | null = null;
  let duration: number | null = null;
  const since = (time: number): number => Math.max(0, Math.round((time - begun) * 1000) / 1000);
  const passed = (): number => since(now());

  const draft: Draft = {
    number: null,
    weight: sent.body?.length ?? 0,
    at,
    hasEnded: () => duration !== null,
    async write(alias, writeRequest) {
      if (waiting !== null) {
        request = await writeRequest(waiting);
        waiting = null;
      }
      if (request === null) throw new Error("The request is gone.");
      const half = request;
      const token = copy?.firstToken() ?? null;
      const firstToken = token === null ? null : since(token);
      const times = { firstByte, firstToken, duration };
      const none = { status: facts?.status ?? null, answer: null, usage: null, requestId: null };
      return { ...half, ...times, ...(given ? writeAnswer(given, half, secrets, alias) : none) };
    },
    watch: {
      answered({ status, requestId, isEvents }) {
        facts = { status, requestId };
        copy = copyAnswer(isEvents, now);
      },
      onChunk(chunk) {
        firstByte ??= passed();
        copy?.push(chunk);
      },
      onEnd(ending) {
        if (duration !== null) return;
        duration = passed();
        firstByte ??= ending === "ended" ? duration : null;
        copy?.end();
        const answer = (copy ?? copyAnswer(false, now)).answer();
        const { status = 0, requestId = null } = facts ?? {};
        given = { status, requestId, answer, ending, isCut: copy?.isCut() ?? false };
        tell(draft, answer.text.length + answer.reasoning.length);
      },
    },
  };
  return draft;
}
