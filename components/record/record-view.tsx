"use client";
/** A recording: waits for its first request, then shows and explains every one as it comes. */
import Link from "next/link";
import { useMemo, useState } from "react";
import { listEndpoints } from "../../lib/offers/endpoints";
import type { Region } from "../../lib/offers/model";
import { observedIn } from "../../lib/offers/observations";
import { REGIONS } from "../../lib/offers/regions";
import type { RunSettings } from "../../lib/run/predict-run";
import { listFailures } from "../../lib/sessions/list-failures";
import type { Said } from "../../lib/words/message";
import { readFindings } from "../findings/findings-storage";
import { readCalibrations } from "../tokens/calibration-storage";
import { Picker } from "../ui/picker";
import { useWords } from "../words/use-words";
import { CheapestFigure } from "./cheapest-figure";
import { ConnectLines } from "./connect-lines";
import { DeleteDialog } from "./delete-dialog";
import { FailedRequests } from "./failed-requests";
import { sayRequest } from "./say-request";
import { SessionActions } from "./session-actions";
import { SessionBanners } from "./session-banners";
import { SessionFigures } from "./session-figures";
import { SessionHeading } from "./session-heading";
import { SessionPanels } from "./session-panels";
import { SessionSavings } from "./session-savings";
import { useCheapest } from "./use-cheapest";
import { useExplained } from "./use-explained";
import { useFollowed } from "./use-followed";
import { WaitingView } from "./waiting-view";

interface NoSessionProps {
  readonly title: string;
  readonly sentence: Said;
}

function NoSession({ title, sentence }: NoSessionProps) {
  const { t, say } = useWords();
  return (
    <section className="mx-auto mt-4 max-w-3xl rounded-lg border border-line bg-panel p-5">
      <h1 className="text-base font-semibold">{title}</h1>
      <p role="status" className="mt-1 text-mute">
        {say(sentence)}
      </p>
      <p className="mt-3">
        <Link href="/record" prefetch={false} className="font-medium text-accent hover:underline">
          {t("record.startNew")}
        </Link>
      </p>
    </section>
  );
}

/** Where a body names no model. */
const MODEL = "qwen3.7-max";

/** Null where the target does not tell, as of the emulator, which has no region. */
const regionOf = (target: string | undefined): Region | null =>
  listEndpoints().find(({ id }) => id === target)?.region ?? null;

export function RecordView({ id }: { id: string }) {
  const { t, say } = useWords();
  const [isDeleted, setIsDeleted] = useState(false);
  const [picked, setPicked] = useState<Region | null>(null);
  const [calibrations] = useState(readCalibrations);
  const [observed] = useState(() => observedIn(readFindings()));
  const followed = useFollowed(isDeleted ? null : id);
  const { state, session } = followed;
  const told = picked ?? regionOf(session?.target);
  const region = told ?? "intl";
  const isRegionAssumed = told === null;
  const settings = useMemo<RunSettings>(
    () => ({ model: MODEL, region, isRegionAssumed, calibrations, observed }),
    [region, isRegionAssumed, calibrations, observed],
  );
  const failures = useMemo(() => (session ? listFailures(session) : []), [session]);
  const hasChat = session?.exchanges.some(({ kind }) => kind === "chat") ?? false;
  const { view, failure, ask } = useExplained(hasChat && !isDeleted ? session : null, settings);
  const cheapest = useCheapest(ask);
  const { search } = cheapest;
  const found = search.kind === "ready" ? search.value : null;

  if (isDeleted) {
    return <NoSession title={t("record.deletedTitle")} sentence={t("record.deleted")} />;
  }
  if (!session) {
    if (state === "unknown") {
      return <NoSession title={t("record.noneTitle")} sentence={t("record.none")} />;
    }
    if (state === "off") {
      return <NoSession title={t("record.off")} sentence={followed.sentence ?? ""} />;
    }
  }
  const toEmulator = session?.target === "emulator";
  const newest = view?.requests.findLast(({ duration }) => duration !== null);
  return (
    <div className="space-y-3">
      <SessionHeading state={state} session={session}>
        {session && view && (
          <SessionActions id={id} session={session} view={view} cheapest={found} settings={settings} />
        )}
        {session && state !== "ended" && (
          <DeleteDialog
            session={id}
            requests={session.exchanges.length}
            onDeleted={() => setIsDeleted(true)}
          />
        )}
      </SessionHeading>
      <SessionBanners followed={followed} view={view} failure={failure} />
      <p role="status" aria-live="polite" className="sr-only" data-announcement>
        {newest && say(sayRequest(newest))}
      </p>
      {session && !hasChat && (
        <WaitingView
          session={id}
          toEmulator={toEmulator}
          others={session.exchanges.length}
          failures={failures}
        />
      )}
      {hasChat && !view && failure === null && <p className="text-mute">{t("record.counting")}</p>}
      {session && hasChat && view && (
        <>
          {failures.length > 0 && <FailedRequests failures={failures} />}
          <SessionFigures view={view}>
            <CheapestFigure
              cheapest={cheapest}
              requests={view.requests.length}
              onStart={() => cheapest.start(session, settings)}
            />
          </SessionFigures>
          <SessionPanels session={session} view={view} />
          <SessionSavings view={view} settings={settings} />
          <details className="rounded-lg border border-line bg-panel">
            <summary className="cursor-pointer px-4 py-2.5 font-medium">{t("record.pointAnother")}</summary>
            <div className="border-t border-line-soft p-3">
              <ConnectLines session={id} toEmulator={toEmulator} />
            </div>
          </details>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-mute">
            <Picker
              label={t("record.pricesOf")}
              value={region}
              groups={[
                { label: "", options: REGIONS.map((each) => ({ value: each.id, label: say(each.name) })) },
              ]}
              onPick={(value) => setPicked(value as Region)}
            />
            <span>{t("record.figuresNote")}</span>
          </div>
        </>
      )}
    </div>
  );
}
