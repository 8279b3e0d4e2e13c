/** Carries a document's text to the worker as what changed of it: a long one has a megabyte, and a key changes a letter. */
import { applyEdits } from "../prompt/apply-edits";
import { differenceEdit } from "../prompt/merge-edits";
import type { TextEdit } from "../prompt/prompt";
import type { CarriedJob } from "./carry-scenario";
import type { Question, WorkerJob } from "./messages";

/** A job whose text is given as edits of the text of the job before; with the whole text where there are none. */
export type PostedJob = CarriedJob & { readonly textEdits?: readonly TextEdit[] };

/** Null where a job is about no text. */
function textIn(job: WorkerJob): string | null {
  if (job.kind === "analyse") return job.text;
  return job.kind === "ask" && "text" in job.question ? job.question.text : null;
}

function withText(job: CarriedJob, text: string): CarriedJob {
  if (job.kind === "analyse") return { ...job, text };
  return job.kind === "ask" ? { ...job, question: { ...job.question, text } as Question } : job;
}

/** Whether the edits are so long that they are hardly shorter than the text after them. */
const isMost = (edits: readonly TextEdit[], text: string): boolean =>
  edits.reduce((sum, edit) => sum + edit.text.length, 0) > text.length / 2;

/** The page's side, one for each worker: gives what is to be posted. */
export function createTextSender(): (job: CarriedJob) => PostedJob {
  let held: string | null = null;
  return (job) => {
    const text = textIn(job);
    if (text === null) return job;
    const textEdits = held === null ? null : differenceEdit(held, text);
    held = text;
    return textEdits === null || isMost(textEdits, text) ? job : { ...withText(job, ""), textEdits };
  };
}

/** The worker's side: gives the job as it was before it was sent. A text that has not changed is the same string each time. */
export function createTextTaker(): (job: PostedJob) => CarriedJob {
  let held = "";
  return ({ textEdits, ...job }) => {
    if (textEdits === undefined) {
      held = textIn(job) ?? held;
      return job;
    }
    if (textEdits.length > 0) held = applyEdits(held, textEdits);
    return withText(job, held);
  };
}
