/** What the operator can set about short links, and what holds where nothing is set. */
import { type Environment, readCount } from "../environment";
import { readRelaySettings } from "../relay/settings";

export interface ShortLinkSettings {
  /** Bytes of one sealed layout at most. */
  readonly bytes: number;
  /** Bytes of all that are kept at one time. */
  readonly totalBytes: number;
  /** Days a link may last at most, whatever its creator asks for. */
  readonly days: number;
  /** Days a link lasts whose creator asks for none. */
  readonly standardDays: number;
  /** Links a client may make in a minute, and on a day (UTC). */
  readonly perMinute: number;
  readonly perDay: number;
  /** Proxies of the operator's in front of this server. */
  readonly trustedProxies: number;
}

export const DEFAULT_SHORT_LINKS: ShortLinkSettings = {
  bytes: 1_000_000,
  totalBytes: 1_000_000_000,
  days: 365,
  standardDays: 30,
  perMinute: 20,
  perDay: 100,
  trustedProxies: 0,
};

/**
 * Reads the settings from the environment (see docs/short-links.md). Throws a `ServiceUnavailable` with one sentence when
 * one of them is wrong: a wrong setting never falls back in silence.
 */
export function readShortLinkSettings(env: Environment): ShortLinkSettings {
  const count = (name: string, otherwise: number, most: number): number =>
    readCount(env, name, { otherwise, most, code: "short_link_settings_invalid" });
  const standard = DEFAULT_SHORT_LINKS;
  const { PLAYGROUND_TRUST_PROXY = "" } = env;
  return {
    // More is not read from a body.
    bytes: count("PLAYGROUND_SHORT_LINK_BYTES", standard.bytes, 10_000_000),
    totalBytes: count("PLAYGROUND_SHORT_LINK_TOTAL_BYTES", standard.totalBytes, 1_000_000_000_000),
    days: count("PLAYGROUND_SHORT_LINK_DAYS", standard.days, 3650),
    standardDays: count("PLAYGROUND_SHORT_LINK_STANDARD_DAYS", standard.standardDays, 3650),
    perMinute: count("PLAYGROUND_SHORT_LINKS_PER_MINUTE", standard.perMinute, 1_000_000),
    perDay: count("PLAYGROUND_SHORT_LINKS_PER_DAY", standard.perDay, 1_000_000),
    // Only this one: another setting of the relay's that is wrong is no fault of short links.
    trustedProxies: readRelaySettings({ PLAYGROUND_TRUST_PROXY }).trustedProxies,
  };
}
