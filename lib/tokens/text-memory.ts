/** Remembers what is known of whole texts: of a long conversation only the edited message is looked at again. */

export interface TextMemory<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

/** UTF-16 units per generation; two generations are kept, so at most about 32 MB of text is held on to. */
const MAX_UNITS = 1 << 23;

/** Texts not asked for while a whole generation fills up are forgotten. */
export function createTextMemory<Value>(): TextMemory<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  let units = 0;

  function set(text: string, value: Value): void {
    if (text.length > MAX_UNITS) return;
    if (units + text.length > MAX_UNITS) {
      old = young;
      young = new Map();
      units = 0;
    }
    young.set(text, value);
    units += text.length;
  }

  return {
    get(text) {
      const value = young.get(text);
      if (value !== undefined) return value;
      const before = old.get(text);
      if (before !== undefined) set(text, before);
      return before;
    },
    set,
  };
}

/** A pure function of a text that remembers its answers, as long as the memory does. */
export function rememberTexts<Value>(read: (text: string) => Value): (text: string) => Value {
  const memory = createTextMemory<Value>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    memory.set(text, value);
    return value;
  };
}
