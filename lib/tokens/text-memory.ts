/** Remembers counts of whole texts: of a long conversation only the edited message is counted again. */

export interface TextMemory {
  get(text: string): number | undefined;
  set(text: string, count: number): void;
}

/** UTF-16 units per generation; two generations are kept, so at most about 32 MB of text is held on to. */
const MAX_UNITS = 1 << 23;

/** Texts not asked for while a whole generation fills up are forgotten. */
export function createTextMemory(): TextMemory {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let units = 0;

  function set(text: string, count: number): void {
    if (text.length > MAX_UNITS) return;
    if (units + text.length > MAX_UNITS) {
      old = young;
      young = new Map();
      units = 0;
    }
    young.set(text, count);
    units += text.length;
  }

  return {
    get(text) {
      const count = young.get(text);
      if (count !== undefined) return count;
      const before = old.get(text);
      if (before !== undefined) set(text, before);
      return before;
    },
    set,
  };
}
