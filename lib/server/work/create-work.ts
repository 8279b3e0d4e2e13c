/** Does every kind of work, on whichever thread it is called. */
import { createAlias } from "../../redact/create-alias";
import type { ServiceCounters, ServiceVocabulary } from "../../tokens/service-counters";
import type { CounterFor } from "../../tokens/token-counter";
import { composeAnswer } from "../emulator/compose-answer";
import { composeResponse } from "../emulator/responses/compose-response";
import { writeRequest } from "../record/write-exchange";
import { answerAnalyzeBody, answerCompareBody, answerSimulateBody } from "./answer-api";
import type { AskWork, WorkKind, Works } from "./work";

/** What is counted with. */
export interface WorkMeans {
  readonly loadCounters: () => Promise<CounterFor>;
  readonly loadServiceCounters: (vocabularies: Iterable<ServiceVocabulary>) => Promise<ServiceCounters>;
}

type Deed<Kind extends WorkKind> = (asked: Works[Kind][0], means: WorkMeans) => Promise<Works[Kind][1]>;

const DEEDS: { readonly [Kind in WorkKind]: Deed<Kind> } = {
  analyze: async (asked, means) => answerAnalyzeBody(asked, await means.loadCounters()),
  simulate: async (asked, means) => answerSimulateBody(asked, await means.loadCounters()),
  compare: async (asked, { loadCounters, loadServiceCounters }) =>
    answerCompareBody(asked, await loadCounters(), loadServiceCounters),
  reply: async (asked, means) => composeAnswer(asked, await means.loadCounters()),
  response: async (asked, means) => composeResponse(asked, await means.loadCounters()),
  recording: async ({ sent, session }, means) => {
    // Without a vocabulary the recording is as good as can be.
    const counterFor = await means.loadCounters().catch(() => null);
    return writeRequest(sent, createAlias(Buffer.from(session, "base64url")), counterFor);
  },
};

/** Work that is done where it is asked for. */
export const createWork =
  (means: WorkMeans): AskWork =>
  (kind, asked) =>
    DEEDS[kind](asked, means);
