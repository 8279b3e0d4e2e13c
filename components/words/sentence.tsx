"use client";
/** What lib told, in the reader's language. */
import type { Said } from "../../lib/words/message";
import { useWords } from "./use-words";

export const Sentence = ({ said }: { said: Said }) => useWords().say(said);
