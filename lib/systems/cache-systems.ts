/** The register of cache systems: a new one is one more file and one more line here. */
import type { Region } from "../offers/model";
import type { CacheSystem, CacheSystemId } from "./cache-system";
import { createExplicitCache } from "./explicit";
import { createImplicitCache, type ImplicitReads } from "./implicit";
import { createQwen4Cache } from "./qwen4";
import { createSessionCache } from "./session";

/** What the systems of one simulation have in common. */
export interface CacheOptions {
  readonly region: Region;
  readonly implicit: ImplicitReads;
  /** False spares what only reasons need. */
  readonly explain: boolean;
  /** The day that is played, as `2026-11-21`; absent = the day of the rules. */
  readonly on?: string;
}

/** Makes an empty cache of each kind. */
export const cacheSystems: Readonly<Record<CacheSystemId, (options: CacheOptions) => CacheSystem>> = {
  "model-studio-explicit": ({ explain }) => createExplicitCache(explain),
  "model-studio-implicit": ({ implicit, on }) => createImplicitCache(implicit, on),
  "model-studio-session": ({ region, explain }) => createSessionCache(region, explain),
  qwen4: ({ explain }) => createQwen4Cache(explain),
};
