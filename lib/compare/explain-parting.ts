/** What a request lost because its text parts from the one before: the same sentence for every system that reads prefixes. */
import type { LedgerRow, Reason } from "../bill/ledger";
import { sayReason } from "../reasons/reason";
import type { ComparableRequest, ComparableSegment } from "../systems/comparable";

/** Tokens that both begin with. */
export function countShared({ points: a }: ComparableRequest, { points: b }: ComparableRequest): number {
  const end = Math.min(a.length, b.length);
  let place = 0;
  let other = 0;
  let shared = 0;
  // One of them may be cut where a third request parts from it.
  while (place < a.length && other < b.length && place + other <= a.length + end) {
    const [here, there] = [a[place], b[other]];
    if (!here || !there) break;
    if (here.key === there.key) {
      shared = here.prefix;
      place++;
      other++;
    } else if (here.prefix < there.prefix) place++;
    else if (there.prefix < here.prefix) other++;
    else break;
  }
  return shared;
}

const lastOf = ({ segments }: ComparableRequest): ComparableSegment | undefined => segments.at(-1);

/** Tokens that a request left to be read: up to where it wrote or read, or all that it sent where nothing is marked. */
const leftBy = (request: ComparableRequest, row: LedgerRow, isMarked: boolean): number =>
  isMarked ? row.read + row.written : (lastOf(request)?.prefix ?? 0);

const CODES = { tools: "tools_changed", system: "system_changed", developer: "system_changed" } as const;

interface Told {
  readonly request: ComparableRequest;
  readonly row: LedgerRow;
}

/**
 * Null where the request goes on from the earlier one, or parts from it where only the newest message differs: another
 * question about the same text is no change.
 * @param isMarked true where the system keeps what is marked alone
 */
export function explainParting(here: Told, before: Told, isMarked: boolean): Reason | null {
  const shared = countShared(here.request, before.request);
  const parted = before.request.segments.findIndex(({ prefix }) => prefix > shared);
  const segment = here.request.segments.find(({ prefix }) => prefix > shared);
  const isRewritten = parted >= 0 && parted < before.request.segments.length - 1;
  const left = leftBy(before.request, before.row, isMarked);
  const lost = left - Math.max(here.row.read, shared);
  if (!segment || !isRewritten || lost <= 0) return null;
  const by = before.request.index + 1;
  const { pointer, role } = segment;
  const code =
    role === "tools" || role === "system" || role === "developer" ? CODES[role] : "messages_changed";
  const tokens = Math.min(left, here.row.prompt) - here.row.read;
  const loss = { left, read: Math.min(here.row.read, left), lost: Math.max(tokens, 0) };
  const message = sayReason(
    code === "messages_changed"
      ? { kind: code, by, common: shared, loss, pointer }
      : { kind: code, by, loss, pointer },
  );
  return { code, message, pointer, tokens: Math.max(tokens, 0) };
}
