/** Sends requests one after the other: asks what is next, waits, sends, and tells whoever watches. */
import { tell } from "../words/message";
import type { RequestAddress } from "./address-request";
import { sendRequest } from "./send-request";
import type { Problem, SendEvent, Sending, SentFacts } from "./sending";

/** What is to be done next; `Send` and `Question` are those of one kind of sending. */
export type SendEffect<Send extends SentFacts, Question = never> =
  | { readonly kind: "none" }
  /** Nothing to do before that second since the start. */
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "dispatch"; readonly event: { kind: "stop"; problem: Problem } | { kind: "finish" } }
  /** Something must be known before the next request is sent. */
  | { readonly kind: "ask"; readonly question: Question }
  | ({ readonly kind: "send"; readonly body: string } & Send);

/** One kind of sending. */
export interface SendJob<State extends Sending, Send extends SentFacts, Question = never, Event = never> {
  readonly reduce: (state: State, event: SendEvent | Event) => State;
  readonly next: (state: State, now: number) => SendEffect<Send, Question>;
  readonly ask?: (question: Question, state: State) => Promise<Event>;
  readonly address: (state: State, send: Send, key: string) => RequestAddress;
  /** Real seconds since the start. */
  readonly readClock: (state: State) => number;
  readonly post: typeof fetch;
  /** Where it is known that nothing can leave: then nothing is sent. Absent = not known. */
  readonly isOffline?: () => boolean;
  /** Is told every new state, of a request under way before it is sent. */
  readonly keep?: (state: State) => void;
}

export interface Sender<State> {
  /** Null before the first start. The same object until something happens. */
  readonly getState: () => State | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** @param key of the service; empty = the server's own, where it has one */
  start(state: State, key: string): void;
  pause(): void;
  /** Goes on; `again` and `skip` are the choices for a request that may have been billed. */
  resume(ceiling: number | null, key: string, how?: "resume" | "again" | "skip"): void;
  cancel(): void;
  /** Stands still because its page is left; what is under way may have been billed. */
  leave(): void;
}

/** Milliseconds: the longest wait that a timer is set for. */
const MAX_TIMER = 60_000;

/** @param kept a state of an earlier visit, which then stands still */
export function createSender<State extends Sending, Send extends SentFacts, Question, Event>(
  job: SendJob<State, Send, Question, Event>,
  kept: State | null = null,
): Sender<State> {
  let state = kept && job.reduce(kept, { kind: "restore" });
  let key = "";
  /** Work on an earlier state ends by itself once this has changed. */
  let generation = 0;
  let isWorking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | null = null;
  const listeners = new Set<() => void>();

  function show(next: State): void {
    state = next;
    job.keep?.(next);
    for (const listener of listeners) listener();
  }

  /** Does nothing where the work that the event came from has been left. */
  function dispatch(write: (state: State) => SendEvent | Event, own = generation): void {
    if (state && own === generation) show(job.reduce(state, write(state)));
  }

  async function send(from: State, effect: Send & { readonly body: string }, own: number): Promise<void> {
    if (job.isOffline?.()) {
      const problem = {
        kind: "error",
        sentence: tell("run.offline"),
        wayOut: tell("run.checkConnection"),
      } as const;
      dispatch(() => ({ kind: "stop", problem }), own);
      return;
    }
    underWay = new AbortController();
    const { at, most, added } = effect;
    dispatch((now) => ({ kind: "sent", at, most, added, clock: job.readClock(now) }));
    const outcome = await sendRequest(job.post, job.address(from, effect, key), effect.body, {
      signal: underWay.signal,
      onFirst: () => dispatch((now) => ({ kind: "first-token", clock: job.readClock(now) }), own),
    });
    dispatch((now) => ({ ...outcome, clock: job.readClock(now) }), own);
  }

  /** Does what is next until there is nothing to do, or only time has to pass. */
  async function advance(): Promise<void> {
    clearTimeout(timer);
    if (isWorking) return;
    isWorking = true;
    const own = generation;
    while (state && own === generation) {
      const now = job.readClock(state);
      const effect = job.next(state, now);
      if (effect.kind === "none") break;
      if (effect.kind === "wait") {
        timer = setTimeout(() => void advance(), Math.min(MAX_TIMER, (effect.until - now) * 1000));
        break;
      }
      if (effect.kind === "dispatch") dispatch(() => effect.event);
      else if (effect.kind === "send") await send(state, effect, own);
      else if (job.ask) {
        const event = await job.ask(effect.question, state);
        dispatch(() => event, own);
      }
    }
    if (own === generation) isWorking = false;
  }

  function leaveWork(): void {
    generation += 1;
    isWorking = false;
    clearTimeout(timer);
    underWay?.abort();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(first, with_) {
      leaveWork();
      key = with_;
      show(first);
      void advance();
    },
    pause() {
      clearTimeout(timer);
      dispatch(() => ({ kind: "pause" }));
    },
    resume(ceiling, with_, how = "resume") {
      key = with_;
      dispatch(() => ({ kind: how, ceiling }));
      void advance();
    },
    cancel() {
      dispatch((now) => ({ kind: "cancel", clock: job.readClock(now) }));
      leaveWork();
    },
    leave() {
      if (state?.status === "running" || state?.underWay) dispatch(() => ({ kind: "restore" }));
      leaveWork();
    },
  };
}
