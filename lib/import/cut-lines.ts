/** Cuts a text that comes in pieces into its lines, and lets go of a line that is too long. */

export interface LineCutter {
  push(text: string): void;
  end(): void;
}

/**
 * @param take called with each line without its end, null where it is longer than `maxLength`, and its number from 1; a
 * last line without text is none
 */
export function createLineCutter(
  take: (line: string | null, number: number) => void,
  maxLength: number,
): LineCutter {
  let open: string[] = [];
  let length = 0;
  let number = 0;

  function add(text: string): void {
    length += text.length;
    if (length > maxLength) open = [];
    else if (text !== "") open.push(text);
  }

  function close(): void {
    number++;
    const line = length > maxLength ? null : open.length === 1 ? (open[0] ?? "") : open.join("");
    open = [];
    length = 0;
    take(line, number);
  }

  return {
    push(text) {
      let from = 0;
      for (;;) {
        const at = text.indexOf("\n", from);
        if (at < 0) break;
        add(text.slice(from, at));
        close();
        from = at + 1;
      }
      add(text.slice(from));
    },
    end() {
      if (length > 0) close();
    },
  };
}
