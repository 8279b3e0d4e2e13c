/** Brings Monaco's own words in the language of the page before Monaco itself, which reads them once, as it is loaded. */

/** @param load brings what needs Monaco */
export async function afterEditorWords<Module>(load: () => Promise<Module>): Promise<Module> {
  if (document.documentElement.lang.startsWith("zh")) await import("monaco-editor/nls/lang/zh-cn");
  return load();
}
