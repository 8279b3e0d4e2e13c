/** What the operator can set about the relay, and what holds where nothing is set. */

import type { Endpoint } from "../../offers/endpoint";
import { type Message, tell } from "../../words/message";
import { type Environment, quoteSetting, readCount } from "../environment";
import { ServiceUnavailable } from "../service-unavailable";
import { isLoopbackHost } from "./network-address";
import { readOperatorEndpoints } from "./operator-endpoints";

export interface RelaySettings {
  /** Hosts besides the documented ones. */
  readonly endpoints: readonly Endpoint[];
  readonly requestsPerMinute: number;
  readonly streamsPerClient: number;
  readonly streams: number;
  /** Milliseconds until a connection stands. */
  readonly connectMs: number;
  /** Milliseconds until the first byte of the answer's body. */
  readonly firstByteMs: number;
  /** Milliseconds without any byte after that. */
  readonly idleMs: number;
  /** Proxies of the operator's in front of this server; 0 = none, so that what they would write is not believed. */
  readonly trustedProxies: number;
  /** The operator's own key; null = none. */
  readonly key: string | null;
  /** With this word the operator's key may be used; null = with none. */
  readonly accessToken: string | null;
  /** Whether only this machine reaches the server, so that its user may use the operator's key without a word. */
  readonly listensOnLoopback: boolean;
}

export const DEFAULT_SETTINGS: RelaySettings = {
  endpoints: [],
  requestsPerMinute: 60,
  streamsPerClient: 20,
  streams: 1000,
  connectMs: 10_000,
  firstByteMs: 600_000,
  idleMs: 120_000,
  trustedProxies: 0,
  key: null,
  accessToken: null,
  listensOnLoopback: false,
};

const CODE = "relay_settings_invalid";
const MOST = 9_999_999;

const fail = (message: Message, line?: string): never => {
  throw new ServiceUnavailable({ code: CODE, message }, { line });
};

function readProxies(text: string | undefined): number {
  if (!text || text === "0") return 0;
  if (!/^[1-9]$/.test(text)) {
    return fail(tell("server.proxySetting", { name: "PLAYGROUND_TRUST_PROXY" }));
  }
  return Number(text);
}

/** Short words are guessed; a request's limit alone does not stop that. */
const MIN_TOKEN_LENGTH = 16;

function readToken(text: string | undefined): string | null {
  if (!text) return null;
  if (text.length < MIN_TOKEN_LENGTH) {
    return fail(tell("server.tokenSetting", { name: "PLAYGROUND_ACCESS_TOKEN", least: MIN_TOKEN_LENGTH }));
  }
  return text;
}

/**
 * Reads the relay's settings from the environment (see docs/relay.md). Throws a `ServiceUnavailable` with one sentence,
 * which quotes a setting in the operator's line alone, when one of them is wrong: a wrong setting never falls back in silence.
 */
export function readRelaySettings(env: Environment): RelaySettings {
  const operator = readOperatorEndpoints(env.PLAYGROUND_RELAY_HOSTS ?? "");
  if (!operator.ok) {
    const { reason, text } = operator;
    return fail(reason, text ? quoteSetting("PLAYGROUND_RELAY_HOSTS", text, reason) : undefined);
  }
  const standard = DEFAULT_SETTINGS;
  const count = (name: string, otherwise: number) =>
    readCount(env, `PLAYGROUND_RELAY_${name}`, { otherwise, most: MOST, code: CODE });
  const seconds = (name: string, otherwise: number) => count(name, otherwise / 1000) * 1000;
  return {
    endpoints: operator.endpoints,
    requestsPerMinute: count("REQUESTS_PER_MINUTE", standard.requestsPerMinute),
    streamsPerClient: count("STREAMS_PER_CLIENT", standard.streamsPerClient),
    streams: count("STREAMS", standard.streams),
    connectMs: seconds("CONNECT_SECONDS", standard.connectMs),
    firstByteMs: seconds("FIRST_BYTE_SECONDS", standard.firstByteMs),
    idleMs: seconds("IDLE_SECONDS", standard.idleMs),
    trustedProxies: readProxies(env.PLAYGROUND_TRUST_PROXY?.trim()),
    key: env.DASHSCOPE_API_KEY?.trim() || null,
    accessToken: readToken(env.PLAYGROUND_ACCESS_TOKEN?.trim()),
    listensOnLoopback: isLoopbackHost(env.PLAYGROUND_LISTEN?.trim() ?? ""),
  };
}
