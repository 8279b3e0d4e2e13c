/** The storage port: what the server keeps between requests, by key, each value with an end. */
import type { JsonValue } from "../../values/json";

export interface Store {
  /** Null where nothing is there: never written, removed, or over. */
  get(key: string): Promise<JsonValue | null>;
  /** @param ttl seconds until the value is over */
  set(key: string, value: JsonValue, ttl: number): Promise<void>;
  /**
   * Reads, changes and writes in one step: of two changes at one time none is lost, also across servers.
   * @param change pure, since it may be called again; a null `value` removes the key
   */
  update<Result>(
    key: string,
    ttl: number,
    change: (value: JsonValue | null) => { readonly value: JsonValue | null; readonly result: Result },
  ): Promise<Result>;
  remove(key: string): Promise<void>;
  /** The keys that begin so, in no order. */
  list(prefix: string): Promise<string[]>;
  /** Lets go of connections and timers. */
  close(): Promise<void>;
}
