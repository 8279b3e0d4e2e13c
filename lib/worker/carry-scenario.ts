/** Carries a scenario to the worker once: a recorded one has megabytes, and every analysis and question is about it. */
import type { Settings } from "../pipeline/analysis";
import type { Scenario } from "../timeline/scenario";
import type { Question, WorkerJob } from "./messages";

/** Scenarios that either side holds on to: the document's own, and those that a panel tries. */
const MOST = 4;

/** Which scenario a job is about; `scenario` only where the worker has it no more, or not yet. */
export interface Carried {
  readonly number: number;
  readonly scenario?: Scenario;
}

/** A job without its scenario. */
export type CarriedJob = WorkerJob & { readonly carried?: Carried };

/** Null where a job is about no scenario. */
function settingsIn(job: WorkerJob): Settings | null {
  if (job.kind === "analyse") return job.settings;
  if (job.kind !== "ask" || !("settings" in job.question)) return null;
  const { settings } = job.question;
  return "scenario" in settings ? settings : null;
}

function withScenario(job: WorkerJob, scenario: Scenario | null): WorkerJob {
  const settings = { ...settingsIn(job), scenario } as Settings;
  if (job.kind === "analyse") return { ...job, settings };
  return job.kind === "ask" ? { ...job, question: { ...job.question, settings } as Question } : job;
}

/** The least recently used goes first, on both sides alike: jobs arrive in the order in which they were sent. */
function touch(held: Map<number, Scenario>, number: number, scenario: Scenario): void {
  held.delete(number);
  held.set(number, scenario);
  if (held.size > MOST) for (const oldest of [...held.keys()].slice(0, held.size - MOST)) held.delete(oldest);
}

/** The page's side, one for each worker: gives what is to be posted. */
export function createScenarioSender(): (job: WorkerJob) => CarriedJob {
  const numbers = new WeakMap<Scenario, number>();
  const held = new Map<number, Scenario>();
  let count = 0;
  return (job) => {
    const scenario = settingsIn(job)?.scenario;
    if (!scenario) return job;
    const number = numbers.get(scenario) ?? ++count;
    numbers.set(scenario, number);
    const isHeld = held.has(number);
    touch(held, number, scenario);
    return { ...withScenario(job, null), carried: isHeld ? { number } : { number, scenario } };
  };
}

/** The worker's side: gives the job as it was before it was sent. The same scenario is the same object each time. */
export function createScenarioTaker(): (job: CarriedJob) => WorkerJob {
  const held = new Map<number, Scenario>();
  return ({ carried, ...job }) => {
    if (!carried) return job;
    const scenario = carried.scenario ?? held.get(carried.number);
    if (!scenario) return job;
    touch(held, carried.number, scenario);
    return withScenario(job, scenario);
  };
}
