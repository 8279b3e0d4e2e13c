"use client";
/** Calibrates a model's estimated counts with what one real response billed. */
import { type FormEvent, type ReactNode, useState } from "react";
import { calibrationFrom } from "../../lib/tokens/calibrate";
import { ownField } from "../../lib/values/json";
import type { Said } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

export function CalibrationForm() {
  const request = usePlayground((state) => state.good?.request);
  const calibrations = usePlayground((state) => state.settings.calibrations);
  const actions = useActions();
  const { t, say, rich } = useWords();
  const [message, setMessage] = useState<Said | null>(null);
  if (!request) return null;
  const { model, total, media, precision } = request;
  const ratio = ownField(calibrations, model);

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
      <h3 className="font-semibold">{t("tokens.calibrateHead")}</h3>
      {precision.kind === "exact" ? (
        <p className="mt-1 text-mute">{t("tokens.notNeeded")}</p>
      ) : (
        <>
          <p className="mt-1 text-mute">
            {rich(
              "tokens.calibrateNote",
              { code: (pieces: ReactNode) => <code className="font-mono">{pieces}</code> },
              { model },
            )}
          </p>
          <form onSubmit={handleSubmit} className="mt-2 flex flex-wrap items-center gap-2">
            <input
              name="billed"
              type="number"
              min={1}
              required
              aria-label={t("tokens.billed")}
              className="w-32 rounded-md border border-line bg-raised px-2.5 py-1 font-mono"
            />
            <Button type="submit">{t("tokens.calibrate")}</Button>
            {ratio !== undefined && (
              <>
                <span className="text-mute">
                  {t("tokens.inForce")} <span className="font-mono">× {ratio.toFixed(4)}</span>
                </span>
                <Button look="link" onClick={() => actions.setCalibration(model, null)}>
                  {t("tokens.reset")}
                </Button>
              </>
            )}
          </form>
        </>
      )}
      <p role="status" className="mt-1 text-warn empty:hidden">
        {message && say(message)}
      </p>
    </section>
  );
}
