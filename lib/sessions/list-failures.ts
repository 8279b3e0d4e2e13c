/** The requests of a session that failed, alike ones together, each with the hint that mends it. */
import { BASE_PATHS } from "../offers/endpoints";
import { type Message, type Said, tell } from "../words/message";
import { mendAddress } from "./mend-address";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";

export interface FailedRequests {
  /** Of the first one. */
  readonly number: number;
  /** How many failed alike. */
  readonly times: number;
  readonly method: string;
  /** Below the recording's address. */
  readonly path: string;
  readonly status: number;
  /** What the service, or the recorder, said. */
  readonly sentence: Said;
  /** What to do about it, one sentence; null where the sentence says so, or nobody knows. */
  readonly mend: Message | null;
  /** True where it only asked for what clients can do without: a list of models, a count. */
  readonly isAside: boolean;
}

const EMULATOR = "emulator";

/** By status; sources: https://www.alibabacloud.com/help/en/model-studio/error-code (2026-11). */
function mendStatus(status: number, target: string): Message | null {
  switch (status) {
    case 401:
      return target === EMULATOR ? tell("sessions.mendAnyKey") : tell("sessions.mendKey");
    case 403:
      return tell("sessions.mendForbidden");
    case 404:
      return tell("sessions.mendModel");
    case 413:
      return tell("sessions.mendTooLong");
    case 429:
      return tell("sessions.mendTooMany");
    default:
      return status >= 500 ? tell("sessions.mendServer") : null;
  }
}

/**
 * Below the recording's address: a path that the recorder refused has no base URL of a dialect before it, nor has one of
 * DashScope's own protocol.
 */
const wholePath = ({ dialect, path, refused }: RecordedExchange): string =>
  refused || path.startsWith("/api/v1/") ? path : BASE_PATHS[dialect] + path;

/** How to mend a request that failed, one sentence; null where what was answered says so, or nobody knows. */
export function mendFailure(exchange: RecordedExchange, target: string): Message | null {
  const { status, kind, refused } = exchange;
  if (status === null || status < 400) return null;
  const address = kind === "chat" ? null : mendAddress(wholePath(exchange));
  if (refused) return address;
  if (address !== null && (status === 404 || status === 405)) return address;
  return kind === "chat" || status !== 404 ? mendStatus(status, target) : null;
}

const isChat = ({ kind, refused, method, path }: RecordedExchange): boolean =>
  kind === "chat" || (method === "POST" && (refused === true || mendAddress(path) !== null));

/** Those of the chat first, then what clients can do without; each kind in order of its first. */
export function listFailures({ exchanges, target }: RecordedSession): FailedRequests[] {
  const found = new Map<string, FailedRequests>();
  for (const exchange of exchanges) {
    const { number, method, status, answer } = exchange;
    if (status === null || status < 400) continue;
    const path = wholePath(exchange);
    const mend = mendFailure(exchange, target);
    const said = answer?.error ?? tell("sessions.answeredWith", { status });
    // The recorder tells the agent the hint as well: it need not be said twice.
    const sentence = exchange.refused && mend ? tell("sessions.pathRefused") : said;
    const key = JSON.stringify([method, path, status, sentence]);
    const known = found.get(key);
    found.set(key, {
      number,
      method,
      path,
      status,
      sentence,
      mend,
      isAside: !isChat(exchange),
      ...known,
      times: (known?.times ?? 0) + 1,
    });
  }
  const all = [...found.values()];
  return [...all.filter(({ isAside }) => !isAside), ...all.filter(({ isAside }) => isAside)];
}
