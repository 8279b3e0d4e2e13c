"use client";
/** The dialect of the request, and the change to another one: what has no equivalent is shown first. */
import { useState } from "react";
import { type ConversionLoss, convertDialect } from "../../lib/prompt/convert/convert-dialect";
import { DIALECT_NAMES, DIALECTS, isDialect } from "../../lib/prompt/dialect-names";
import { placeName } from "../../lib/prompt/json-pointer";
import type { Dialect } from "../../lib/prompt/prompt";
import { tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";

interface Plan {
  readonly to: Dialect;
  /** The document the plan was made for, and what becomes of it. */
  readonly before: string;
  readonly after: string;
  readonly losses: readonly ConversionLoss[];
}

interface DialectSwitchProps {
  readonly dialect: Dialect;
  readonly bare: boolean;
}

export function DialectSwitch({ dialect, bare }: DialectSwitchProps) {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const [plan, setPlan] = useState<Plan | null>(null);

  function choose(to: Dialect): void {
    const before = store.getState().text;
    const result = convertDialect(before, to);
    if (!result.ok) {
      actions.warn(result.reason);
      return;
    }
    const made = { to, before, after: result.text, losses: result.losses };
    if (made.losses.length === 0) {
      convert(made);
      return;
    }
    setPlan(made);
  }

  function convert({ to, before, after }: Plan): void {
    setPlan(null);
    actions.applyEdits(
      [{ range: { start: 0, end: before.length }, text: after }],
      tell("editor.converted", { dialect: DIALECT_NAMES[to] }),
    );
  }

  return (
    <>
      <span className="inline-flex shrink-0 items-center" data-dialect={dialect}>
        <Picker
          label={t("editor.dialect")}
          look="plain"
          hint={t("editor.dialectHint", { dialect: DIALECT_NAMES[dialect] })}
          value={dialect}
          groups={[{ label: "", options: DIALECTS.map((value) => ({ value, label: DIALECT_NAMES[value] })) }]}
          onPick={(picked) => isDialect(picked) && choose(picked)}
        />
        {bare && t("editor.bareMessages")}
      </span>
      <Dialog
        open={plan !== null}
        onClose={() => setPlan(null)}
        title={t("editor.convertTo", { dialect: DIALECT_NAMES[plan?.to ?? "anthropic"] })}
      >
        {plan && <LossList plan={plan} onConvert={() => convert(plan)} onCancel={() => setPlan(null)} />}
      </Dialog>
    </>
  );
}

interface LossListProps {
  readonly plan: Plan;
  readonly onConvert: () => void;
  readonly onCancel: () => void;
}

function LossList({ plan, onConvert, onCancel }: LossListProps) {
  const { t, say } = useWords();
  return (
    <>
      <p className="mt-1 text-mute">{t("editor.losses", { count: plan.losses.length })}</p>
      <section
        aria-label={t("editor.whatChanges")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-3 max-h-72 overflow-y-auto rounded-md border border-line bg-raised"
      >
        <ul className="divide-y divide-line-soft">
          {plan.losses.map(({ pointer, message }) => (
            <li key={`${pointer} ${say(message)}`} className="px-3 py-2" data-loss={pointer}>
              <code className="block break-all font-mono text-mute text-xs">{say(placeName(pointer))}</code>
              {say(message)}
            </li>
          ))}
        </ul>
      </section>
      <div className="mt-4 flex gap-3">
        <Button look="main" onClick={onConvert}>
          {t("editor.convert")}
        </Button>
        <Button onClick={onCancel}>{t("editor.cancel")}</Button>
      </div>
    </>
  );
}
