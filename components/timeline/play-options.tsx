"use client";
/** What the service is taken to do where it leaves a choice or promises nothing. */
import { useState } from "react";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CacheOptions } from "./cache-options";
import { PriceOptions } from "./price-options";

export function PlayOptions() {
  const [isOpen, setIsOpen] = useState(false);
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
        hint={
          isElsewhere
            ? "These are Model Studio's, and another system plays"
            : "Implicit reads, session cache, prices"
        }
        disabled={isElsewhere}
        onClick={() => setIsOpen(true)}
      >
        Options
        {changed && (
          <span
            className="rounded-full bg-selected px-1.5 text-[11px]"
            title="Not all is as the service does it"
          >
            changed
          </span>
        )}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="How requests are played">
        <CacheOptions />
        <PriceOptions />
      </Dialog>
    </>
  );
}
