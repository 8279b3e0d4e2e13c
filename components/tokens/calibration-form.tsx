"use client";
/** Calibrates a model's estimated counts with what one real response billed. */
import { type FormEvent, useState } from "react";
import { calibrationFrom } from "../../lib/tokens/calibrate";
import type { Said } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";

export function CalibrationForm() {
  const request = usePlayground((state) => state.good?.request);
  const calibrations = usePlayground((state) => state.settings.calibrations);
  const actions = useActions();
  const [message, setMessage] = useState<Said | null>(null);
  if (!request) return null;
  const { model, total, media, precision } = request;
  const ratio = calibrations?.[model];

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const billed = Number(new FormData(event.currentTarget).get("billed"));
    const mediaTokens = media.reduce((sum, { tokens }) => sum + tokens, 0);
    const made = calibrationFrom(total, billed, mediaTokens);
    setMessage(made.ok ? null : made.reason);
    // Counts shown are already scaled by an earlier ratio.
    if (made.ok) actions.setCalibration(model, made.ratio * (ratio ?? 1));
  }

  return (
    <section>
      <h3 className="font-semibold">Calibrate with a real response</h3>
      {precision.kind === "exact" ? (
        <p className="mt-1 text-mute">Not needed: these counts are exact.</p>
      ) : (
        <>
          <p className="mt-1 text-mute">
            Send this very request once and enter <code className="font-mono">usage.prompt_tokens</code> of
            the response (Anthropic: the sum of its three input counts). The ratio is kept in this browser for{" "}
            {model}.
          </p>
          <form onSubmit={handleSubmit} className="mt-2 flex flex-wrap items-center gap-2">
            <input
              name="billed"
              type="number"
              min={1}
              required
              aria-label="Billed prompt tokens"
              className="w-32 rounded-md border border-line bg-raised px-2.5 py-1 font-mono"
            />
            <Button type="submit">Calibrate</Button>
            {ratio !== undefined && (
              <>
                <span className="text-mute">
                  in force: <span className="font-mono">× {ratio.toFixed(4)}</span>
                </span>
                <Button look="link" onClick={() => actions.setCalibration(model, null)}>
                  Reset
                </Button>
              </>
            )}
          </form>
        </>
      )}
      <p role="status" className="mt-1 text-warn empty:hidden">
        {message && <Sentence said={message} />}
      </p>
    </section>
  );
}
