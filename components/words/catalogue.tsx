"use client";
/** Brings the catalogue of the page's language together with the page, and no other: `dynamic` names its file in the head. */
import dynamic from "next/dynamic";
import type { Language } from "../../lib/words/languages";

const English = dynamic(() => import("./english").then((module) => module.English));
const Chinese = dynamic(() => import("./chinese").then((module) => module.Chinese));

export const CatalogueOf = ({ language }: { readonly language: Language }) =>
  language === "zh" ? <Chinese /> : <English />;
