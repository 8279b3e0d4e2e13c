/** Says that nobody edited the message: the chat template writes it in another way now. */
export function RerenderedNote() {
  return (
    <div className="rounded-md border border-written bg-raised px-2.5 py-2">
      <p className="font-semibold">
        Nobody changed this answer: the chat template writes it differently now.
      </p>
      <p>
        Up to Qwen3.7 the template leaves the thinking out of all answers before the newest question, so a
        tool loop is rendered anew once the user speaks again. A marker on the last message before the loop
        still reads up to there; <code className="font-mono text-xs">preserve_thinking: true</code> keeps the
        answers as they were where the model offers it (inferred from the open-weights templates).
      </p>
    </div>
  );
}
