/** What the list of lessons shows of each: its title, one sentence, and its scene as the engine plays it. */
import { createDocumentOpener } from "../pipeline/open-document";
import { answerWhatIf } from "../pipeline/what-if";
import type { CounterFor } from "../tokens/token-counter";
import type { Language } from "../words/languages";
import { LADDER } from "./ladder";

/** Tokens of one request. */
export interface PictureRow {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
}

export interface LessonCard {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly steps: number;
  /** The first requests of the scene. */
  readonly rows: readonly PictureRow[];
}

/** Rows of a picture. */
const MOST_ROWS = 8;

interface PlayedScene {
  readonly rows: readonly PictureRow[];
}

/** Scenes are the same until the product is another one: each is played once. */
const played = new WeakMap<CounterFor, Map<string, PlayedScene>>();

/** @param counterFor counts the scenes' tokens */
export async function listLessonCards(counterFor: CounterFor, language: Language): Promise<LessonCard[]> {
  const known = played.get(counterFor) ?? new Map<string, PlayedScene>();
  played.set(counterFor, known);
  const lessons = await Promise.all(LADDER.map(({ load }) => load()));
  return lessons.map(({ id, scene, text, steps }) => {
    const { title, about } = text[language];
    const kept = known.get(id);
    if (kept) return { id, title, about, steps: steps.length, ...kept };
    const rows = answerWhatIf(scene.text, scene.settings, createDocumentOpener(counterFor))?.rows ?? [];
    const picture = {
      rows: rows.slice(0, MOST_ROWS).map(({ read, written, uncached }) => ({ read, written, uncached })),
    };
    known.set(id, picture);
    return { id, title, about, steps: steps.length, ...picture };
  });
}
