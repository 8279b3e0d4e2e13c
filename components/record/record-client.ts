/** What the pages ask of the recorder's API besides following a session. */
import type { EndpointPlan } from "../../lib/offers/endpoint";
import { type Failure, fail } from "../../lib/values/failure";
import { tell } from "../../lib/words/message";

export interface RecordTarget {
  readonly id: string;
  readonly name: string;
  readonly plan: EndpointPlan;
  /** Null for the emulator; a recording takes both, whatever it was made for. */
  readonly dialect: "openai" | "anthropic" | null;
  readonly needsWorkspace: boolean;
}

export interface RecordDescription {
  readonly on: boolean;
  /** Why it is off and how that can be changed; null where it is on. */
  readonly sentence: string | null;
  readonly hours: number;
  readonly targets: readonly RecordTarget[];
}

export interface NewSession {
  readonly target: string;
  readonly workspace: string;
  readonly hours: number;
}

export type Told<Value> = { readonly ok: true; readonly value: Value } | Failure;

const OFFLINE = tell("record.offlineTryAgain");

async function call<Value>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<Value>,
): Promise<Told<Value>> {
  try {
    const response = await fetch(path, { cache: "no-store", ...init });
    if (response.ok) return { ok: true, value: await read(response) };
    const { error } = (await response.json()) as { readonly error?: { readonly message?: string } };
    return fail(error?.message ?? OFFLINE);
  } catch {
    return fail(OFFLINE);
  }
}

export const describeRecorder = (): Promise<Told<RecordDescription>> =>
  call("/api/record", {}, async (response) => (await response.json()) as RecordDescription);

/** The id of a new session. */
export const makeSession = ({ target, workspace, hours }: NewSession): Promise<Told<string>> =>
  call(
    "/api/record",
    {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ target, hours, ...(workspace === "" ? {} : { workspace }) }),
    },
    async (response) => ((await response.json()) as { readonly session: string }).session,
  );

/** Everything of the session is gone afterwards. */
export const deleteSession = (session: string): Promise<Told<null>> =>
  call(`/api/record/${encodeURIComponent(session)}`, { method: "DELETE" }, async () => null);
