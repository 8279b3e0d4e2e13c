"use client";
/** The open conversation through the layers, beside its map: it follows every change of the document. */
import Link from "next/link";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { firstSettings, writeLayersAddress } from "../../lib/layers/layers-address";
import type { PrefixList } from "../../lib/pipeline/list-prefixes";
import { untouchedExample } from "../../lib/store/example-document";
import { useKeeperState } from "../layouts/layouts-context";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { LayersDesk } from "./layers-desk";
import { MOST_REQUESTS } from "./use-conversation";

/** No scene: what one's own conversation starts with. */
const OPEN = "open";

interface DeskState {
  readonly settings: LayerSettings;
  readonly request: number;
}

/** Switches stay as they are while the sheet is closed. */
const desk = createStore<DeskState>(() => ({ settings: firstSettings(OPEN), request: 0 }));

const askPrefixes: AskFor<PrefixList & { readonly id: string }> = async (ask, document, options) => {
  const answered = await ask({ kind: "list-prefixes", ...document, most: MOST_REQUESTS }, options);
  return answered.ok ? { ok: true, value: answered.value && { id: OPEN, ...answered.value } } : answered;
};

/** The same walk on a page of its own; null for a document that nothing but this page holds. */
function useOwnPage({ settings, request }: DeskState): string | null {
  const { store } = usePlaygroundStore();
  const kept = useKeeperState().id;
  // Read again whenever one of them changes.
  usePlayground((state) => state.edited);
  const example = untouchedExample(store.getState());
  const conversation =
    kept !== null ? `kept:${kept}` : example?.kind === "example" ? `example:${example.id}` : null;
  return conversation && `/layers#${writeLayersAddress({ conversation, settings, request })}`;
}

export function LayersSheet() {
  const { t } = useWords();
  const report = useReport(askPrefixes);
  const stale = usePlayground((state) => state.stale);
  const { settings, request } = useStore(desk);
  const ownPage = useOwnPage({ settings, request });
  const { value, work } = report;
  const isOld = stale || (work.kind === "working" && value !== null);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-3.5 py-2 text-sm [&>*]:shrink-0"
      aria-busy={work.kind === "working"}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ReportStatus report={report} unit={t("layers.requestsRead")}>
          {value
            ? value.all > value.requests.length
              ? t("layers.madeUpFirst", { all: value.all, walked: value.requests.length })
              : t("layers.madeUp", { all: value.all })
            : t("layers.nothingToWalk")}
        </ReportStatus>
        {ownPage !== null && (
          <Link href={ownPage} prefetch={false} className="text-xs font-medium text-accent hover:underline">
            {t("layers.ownPage")}
          </Link>
        )}
      </div>
      {value && (
        <div className={isOld ? "opacity-60" : ""}>
          <LayersDesk
            conversation={value}
            settings={settings}
            request={request}
            onSettings={(next) => desk.setState({ settings: next })}
            onRequest={(next) => desk.setState({ request: next })}
          />
        </div>
      )}
    </div>
  );
}
