/** Texts kept in memory in front of slower storage, up to a limit; those longest unused go first. */

interface MemoryFront {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  delete(key: string): void;
}

/** @param limit in characters (UTF-16 units); a longer text is not kept at all */
export function createMemoryFront(limit: number): MemoryFront {
  // A Map lists its keys in the order they were set.
  const texts = new Map<string, string>();
  let size = 0;

  function drop(key: string): void {
    size -= texts.get(key)?.length ?? 0;
    texts.delete(key);
  }

  function set(key: string, text: string): void {
    drop(key);
    if (text.length > limit) return;
    texts.set(key, text);
    size += text.length;
    for (const oldest of texts.keys()) {
      if (size <= limit) break;
      drop(oldest);
    }
  }

  function get(key: string): string | undefined {
    const text = texts.get(key);
    if (text !== undefined) {
      texts.delete(key);
      texts.set(key, text);
    }
    return text;
  }

  return { get, set, delete: drop };
}
