"use client";
/** What the service is taken to do where it leaves a choice or promises nothing. */
import { useState } from "react";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useWords } from "../words/use-words";
import { CacheOptions } from "./cache-options";
import { PriceOptions } from "./price-options";

export function PlayOptions() {
  const [isOpen, setIsOpen] = useState(false);
  const { t } = useWords();
  const isElsewhere = usePlayground((state) => (state.good?.timeline.playedBy ?? null) !== null);
  const changed = usePlayground(
    ({ settings }) =>
      settings.system !== undefined ||
      settings.implicit !== undefined ||
      settings.ttl !== undefined ||
      settings.automatic !== undefined ||
      settings.prices !== undefined,
  );
  return (
    <>
      <Button
        className="text-xs"
        hint={isElsewhere ? t("timeline.optionsElsewhere") : t("timeline.optionsHint")}
        disabled={isElsewhere}
        onClick={() => setIsOpen(true)}
      >
        {t("timeline.options")}
        {changed && (
          <span className="rounded-full bg-selected px-1.5 text-[11px]" title={t("timeline.changedHint")}>
            {t("timeline.changed")}
          </span>
        )}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={t("timeline.howPlayed")}>
        <CacheOptions />
        <PriceOptions />
      </Dialog>
    </>
  );
}
