/** Keeps the last answer of a pure function of a text: the steps of one analysis read the same text several times. */

/** Same argument, same answer; at most one text is held on to. */
export function rememberLast<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}
