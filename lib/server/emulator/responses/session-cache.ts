/** The session cache of one account: the service's own breakpoint at the end of every input, asked for by a header. */

import type { ModelStudioRules } from "../../../offers/model-studio-offer";
import { endResponse } from "../../../systems/kernels/boundary-store";
import { modelStudioSession } from "../../../systems/model-studio";
import type { AccountRequest, Started } from "../account-cache";
import { digest } from "../digest-index";
import type { StateStore } from "../state-store";
import { ENTRY_BYTES, readTable, writeTable } from "../stored-table";

/** Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24). */
export const SESSION_HEADER = "x-dashscope-session-cache";

/** Whether a request asks for the session cache; without the header it has the implicit one. */
export const asksForSession = (headers: Headers): boolean =>
  headers.get(SESSION_HEADER)?.trim().toLowerCase() === "enable";

/** Seconds a record is kept after its last change: longer than any entry lives, by whatever clock it was written. */
const KEPT = 2 * 3600;
/** Seconds that stand for a response whose end is not known yet: longer than any entry lives. */
const NOT_ENDED = 1e9;

/** Starts a request of the session cache, which shares nothing with the other caches of the account. */
export async function startSession(
  { layout, at, account }: Pick<AccountRequest, "layout" | "at" | "account">,
  rules: ModelStudioRules,
  store: StateStore,
): Promise<Started> {
  const key = `emulator:session:${account}:${digest(layout.model)}`;
  await store.claim(key, ENTRY_BYTES, KEPT);
  const played = await store.update(key, KEPT, (value) => {
    const table = readTable(value);
    const result = modelStudioSession.step(table, {
      index: 0,
      at,
      duration: NOT_ENDED,
      layout,
      rules,
      explain: false,
    });
    return { value: writeTable(table, at), result };
  });
  const { read, written, life, layout: seen } = played;
  const { prompt } = layout;
  return {
    figures: { prompt, read, written, uncached: prompt - read - written, explicit: true, life },
    async finish(end) {
      if (seen.breakpoints.length === 0) return;
      await store.update(key, KEPT, (value) => {
        const table = readTable(value);
        endResponse(table, played, end, rules.readings);
        return { value: writeTable(table, end), result: null };
      });
    },
  };
}
