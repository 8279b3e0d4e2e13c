/** Which vocabulary the models of services other than Model Studio have, as far as it is known. */
import type { Evidence } from "./model";
import data from "./vocabularies.json" with { type: "json" };

/** Shares of a count by which the truth may lie below and above it. */
interface Shares {
  readonly less: number;
  readonly more: number;
}

/** A row of the list; the first that a model fits counts. */
export interface ListedVocabulary {
  readonly services: readonly string[];
  /** How the names of its models begin. */
  readonly models: readonly string[];
  /** Null = not published: the nearest one counts. */
  readonly vocabulary: "o200k_base" | "deepseek_v3" | "qwen3" | null;
  /** What is written around messages. */
  readonly frame: "four" | "openai-chat" | "harmony" | "deepseek";
  /** By what a count is multiplied; absent = 1. */
  readonly scale?: number;
  /** How far a count of text may be off; absent = it is exact with a vocabulary of its own. */
  readonly text?: Shares;
  /** Ids of what is assumed besides the frame. */
  readonly assumptions?: readonly string[];
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

const rows = data.rows as readonly ListedVocabulary[];

export const listVocabularies = (): readonly ListedVocabulary[] => rows;

/** Null where nothing is known of the model's vocabulary. */
export const findListedVocabulary = (service: string, model: string | null): ListedVocabulary | null =>
  rows.find(
    ({ services, models }) =>
      model !== null && services.includes(service) && models.some((start) => model.startsWith(start)),
  ) ?? null;
