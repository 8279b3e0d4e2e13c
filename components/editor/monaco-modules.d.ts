/** Modules of Monaco that come without types of their own. */
declare module "monaco-editor/languages/features/json/tokenization" {
  /** The colours of JSON, line by line. */
  export function createTokenizationSupport(
    supportsComments: boolean,
  ): import("monaco-editor/editor").languages.TokensProvider;
}
