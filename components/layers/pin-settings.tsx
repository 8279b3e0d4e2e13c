"use client";
/** Settings that pin, to copy into a request or a configuration, each with what it does and where that is written. */
import { useState } from "react";
import { listPinSettings } from "../../lib/layers/pin-settings";
import { CopyBlock } from "../connect/copy-block";
import { CodeText } from "../ui/code-text";
import { Tabs } from "../ui/tabs";
import { useWords } from "../words/use-words";

/** @param vendor the one to pin to, as the router calls it */
export function PinSettings({ vendor }: { readonly vendor: string }) {
  const { t, say } = useWords();
  const [active, setActive] = useState("openrouter-order");
  return (
    <section
      aria-label={t("layers.pinsTitle")}
      className="rounded-lg border border-line bg-panel px-3 py-3 text-sm"
    >
      <h2 className="text-base font-semibold">{t("layers.pinsTitle")}</h2>
      <div className="mt-2">
        <Tabs
          label={t("layers.pinsByRouter")}
          active={active}
          onChange={setActive}
          tabs={listPinSettings(vendor).map(({ id, name, text, note, source, asOf, evidence }) => ({
            id,
            label: say(name),
            content: (
              <div className="max-w-3xl">
                <CopyBlock title={say(name)} text={text} />
                <p className="mt-2">
                  <CodeText text={say(note)} />
                </p>
                <p className="mt-1 text-xs text-mute">
                  <a href={source} className="underline">
                    {t(`layers.evidence_${evidence}`)}
                  </a>
                  {t("values.comma")}
                  {asOf}
                </p>
              </div>
            ),
          }))}
        />
      </div>
    </section>
  );
}
