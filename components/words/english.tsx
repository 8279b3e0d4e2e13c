"use client";
/** Brings the English catalogue with a page that is written in it, so that nothing waits for a second file. */
import { en } from "../../lib/words/en";
import { keepCatalogue } from "./keep-catalogue";

keepCatalogue("en", en);

export const English = () => null;
