/** How a page asks this very server: the emulator's paths, and the headers that name the relay's target. */
import type { Endpoint } from "../offers/endpoint";

export interface RequestAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EMULATOR_PATHS = {
  openai: "/emulator/compatible-mode/v1/chat/completions",
  anthropic: "/emulator/apps/anthropic/v1/messages",
} as const;

const JSON_TYPE = { "content-type": "application/json" };

/** @param account any word: each has its own entries */
export const addressEmulator = (
  dialect: Endpoint["dialect"],
  account: string,
  controls: Readonly<Record<string, string>>,
): RequestAddress => ({
  url: EMULATOR_PATHS[dialect],
  headers: { ...JSON_TYPE, authorization: `Bearer ${account}`, ...controls },
});

/**
 * @param endpoint its id, e.g. `intl-openai`
 * @param workspace empty = none
 * @param key of the service; empty = the server's own, where it has one
 */
export const addressRelay = (endpoint: string, workspace: string, key: string): RequestAddress => ({
  url: "/api/relay",
  headers: {
    ...JSON_TYPE,
    "x-relay-endpoint": endpoint,
    ...(workspace === "" ? {} : { "x-relay-workspace": workspace }),
    ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
  },
});
