/** What a language has to provide: a text for every key of the English catalogue. */
import type { en } from "./en";

/** A namespace in another language: the same keys, any text. */
export type Translated<English> = { readonly [Key in keyof English]: string };

export type Catalogue = { readonly [Name in keyof typeof en]: Translated<(typeof en)[Name]> };
