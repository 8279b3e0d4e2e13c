"use client";
/** Shows on the map what another system makes of the conversation: while its row is pointed at, or pinned until it is taken away. */
import { useMemo } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import type { SystemRow } from "../../lib/pipeline/compare-report";
import type { Words } from "../../lib/words/create-words";
import { type Said, tell } from "../../lib/words/message";
import { type OtherOutcome, useMapStore } from "../map/map-store";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";

export interface SystemOutcome {
  show(row: SystemRow): void;
  hide(): void;
  /** Pins it above the map's rows, and goes there. */
  pin(row: SystemRow): void;
  /** Plays the whole page by its rules, and goes to the map. */
  play(row: SystemRow): void;
}

export const nameRow = ({ name, model, isYours }: SystemRow): Said =>
  model === null || isYours ? name : tell("compare.rowOfModel", { name, model });

/** Whether the map shows what the row says. */
export const isOnMap = ({ id, isYours }: SystemRow, { played }: Pick<Settings, "played">): boolean =>
  played === undefined ? isYours : played === id;

/** Amounts in another currency than the map's are left out: it could not tell them apart. */
function toOutcome(row: SystemRow, currency: string | null, say: Words["say"]): OtherOutcome {
  const isSame = row.currency !== null && row.currency === currency;
  return {
    name: say(nameRow(row)),
    rows: isSame ? row.requests : row.requests.map((request) => ({ ...request, cost: null })),
    cost: isSame ? row.totals.cost : null,
  };
}

export function useSystemOutcome(): SystemOutcome {
  const { t, say } = useWords();
  const map = useMapStore();
  const { store, actions } = usePlaygroundStore();
  return useMemo(() => {
    const outcomeOf = (row: SystemRow) =>
      toOutcome(row, store.getState().good?.timeline.totals.currency ?? null, say);
    return {
      show: (row) => map.setState({ ghost: isOnMap(row, store.getState().settings) ? null : outcomeOf(row) }),
      hide: () => map.setState({ ghost: null }),
      pin(row) {
        map.setState({ ghost: null, baseline: outcomeOf(row) });
        actions.setView("map");
        actions.openSheet(null);
        actions.announce(t("compare.pinned", { name: nameRow(row) }));
      },
      play(row) {
        map.setState({ ghost: null });
        actions.changePlay({ played: row.isYours ? undefined : row.id });
        actions.setView("map");
        actions.openSheet(null);
        actions.announce(t("compare.played", { name: nameRow(row) }));
      },
    };
  }, [map, store, actions, t, say]);
}
