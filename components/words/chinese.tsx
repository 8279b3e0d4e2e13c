"use client";
/** Brings the Chinese catalogue with a page that is written in it, so that nothing waits for a second file. */
import { zh } from "../../lib/words/zh";
import { keepCatalogue } from "./keep-catalogue";

keepCatalogue("zh", zh);

export const Chinese = () => null;
