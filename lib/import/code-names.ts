/** What a program gives to its names: found once for the whole text, so that looking one up costs nothing. */

/** Where a name is given a value, in UTF-16 offsets. */
interface Given {
  /** Of the line's start. */
  readonly at: number;
  /** Of the value. */
  readonly value: number;
}

/** Places in the order of the text, by name. */
export type CodeNames = ReadonlyMap<string, readonly Given[]>;

/** `name =`, `const name: Type =`, `$name =`; a comparison gives nothing. */
const GIVES =
  /^[ \t]*(?:(?:export|const|let|var|final|global)[ \t]+)*([A-Za-z_$][\w$]*)[ \t]*(?::[^=\n"'{[(]{1,200})?=(?![=>])/gm;

export function listCodeNames(text: string): CodeNames {
  const names = new Map<string, Given[]>();
  for (const { 0: whole, 1: name = "", index } of text.matchAll(GIVES)) {
    const places = names.get(name) ?? [];
    places.push({ at: index, value: index + whole.length });
    names.set(name, places);
  }
  return names;
}

/** Where the value stands that a name was given last before an offset; null where it was given none. */
export function lastGiven(names: CodeNames, name: string, before: number): number | null {
  const places = names.get(name) ?? [];
  return places.findLast(({ at }) => at < before)?.value ?? null;
}
