/** Reads the items of an import one after the other into a reader, and tells how far it is. */

import { fail, reasonOf } from "../values/failure";
import type { Said } from "../words/message";
import type { CleaningProgress, FoundRecords, ImportItem, ImportProgress, SeenImport } from "./import-job";
import type { ImportOutcome } from "./imported";
import { streamText, UnreadableFile } from "./stream-text";

/** What is told while the end of an import is worked on, before its outcome. */
export type TellEnd = (
  progress: CleaningProgress | { readonly step: "seen"; readonly seen: SeenImport },
) => void;

/** What understands the texts. */
export interface TextTaker {
  startFile(name: Said): void;
  push(text: string): void;
  /** What was found so far; null before anything is known. */
  found(): FoundRecords | null;
  end(onProgress: TellEnd): Promise<ImportOutcome>;
}

/** Characters of a pasted text that are handed over at once. */
const SLICE = 1_000_000;

const sizeOf = ({ content }: ImportItem): number =>
  typeof content === "string" ? content.length : content.size;

function* sliceText(text: string, onRead: (characters: number) => void): Generator<string> {
  for (let from = 0; from < text.length; from += SLICE) {
    yield text.slice(from, from + SLICE);
    onRead(Math.min(text.length, from + SLICE));
  }
}

/** Never rejects: whatever goes wrong is the outcome's reason, one sentence. */
export async function runImport(
  items: readonly ImportItem[],
  taker: TextTaker,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportOutcome> {
  const total = items.reduce((sum, item) => sum + sizeOf(item), 0);
  let before = 0;
  try {
    for (const item of items) {
      const { name, content } = item;
      const report = (read: number): void =>
        onProgress({ step: "read", name, done: before + read, total, found: taker.found() });
      taker.startFile(name);
      const pieces =
        typeof content === "string" ? sliceText(content, report) : streamText(content, name, report);
      for await (const piece of pieces) taker.push(piece);
      before += sizeOf(item);
    }
    onProgress({ step: "recognise" });
    return await taker.end(onProgress);
  } catch (error) {
    return fail(error instanceof UnreadableFile ? error.said : reasonOf(error));
  }
}
