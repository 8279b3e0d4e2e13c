/** Carries a recorded session to the worker exchange by exchange: one near its cap has 168 MB, and each is sent once. */
import type { RecordedExchange } from "../sessions/recorded-exchange";
import type { SessionJob } from "./session-messages";

/** A job without the exchanges of its session. */
export type CarriedSessionJob = SessionJob & {
  readonly carried?: {
    /** Of all its exchanges, in their order. */
    readonly numbers: readonly number[];
    /** Those that the worker does not have, or has as they were before. */
    readonly exchanges: readonly RecordedExchange[];
  };
};

const withExchanges = (job: SessionJob, exchanges: readonly RecordedExchange[]): SessionJob =>
  job.kind === "ask"
    ? { ...job, question: { ...job.question, session: { ...job.question.session, exchanges } } }
    : job;

/** The page's side, one for each worker: gives what is to be posted. An exchange that changed is another object. */
export function createSessionSender(): (job: SessionJob) => CarriedSessionJob {
  const sent = new Map<number, RecordedExchange>();
  return (job) => {
    if (job.kind !== "ask") return job;
    const all = job.question.session.exchanges;
    const exchanges = all.filter((exchange) => sent.get(exchange.number) !== exchange);
    for (const exchange of exchanges) sent.set(exchange.number, exchange);
    return { ...withExchanges(job, []), carried: { numbers: all.map(({ number }) => number), exchanges } };
  };
}

/** The worker's side: gives the job as it was before it was sent, with the same objects for what has not changed. */
export function createSessionTaker(): (job: CarriedSessionJob) => SessionJob {
  const held = new Map<number, RecordedExchange>();
  return ({ carried, ...job }) => {
    if (!carried) return job;
    for (const exchange of carried.exchanges) held.set(exchange.number, exchange);
    return withExchanges(
      job,
      carried.numbers.flatMap((number) => held.get(number) ?? []),
    );
  };
}
