"use client";
/** The findings of a report that was loaded, each with what it is about, where it was found, and the way to leave it out. */
import { useRef } from "react";
import type { SwitchId } from "../../lib/offers/readings";
import { regionName } from "../../lib/offers/regions";
import { EMULATOR, type Finding, sayWhy } from "../../lib/probes/finding";
import { numberOf } from "../../lib/probes/list-probes";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { FoundFigures, FoundReading } from "./found-reading";

interface LoadedFindingsProps {
  readonly findings: readonly Finding[];
  readonly onRemove: (finding: Finding) => void;
}

function Row({ finding, onRemove }: { readonly finding: Finding; readonly onRemove: () => void }) {
  const { t, say } = useWords();
  const { probe, model, region, endpoint, date, readings, figures } = finding;
  const number = numberOf(probe);
  const title = t(`probes.title_${probe}`);
  const why = sayWhy(finding);
  const where = [
    model,
    endpoint === EMULATOR ? t("probeReport.emulator") : endpoint,
    ...(region === null ? [] : [say(regionName(region))]),
    date.slice(0, 10),
  ];
  return (
    <li
      data-loaded={probe}
      className="flex items-start gap-3 border-t border-line-soft py-2 first:border-t-0"
    >
      <div className="min-w-0 flex-1 space-y-0.5 break-words">
        <p>
          <span className="mr-1 font-mono text-faint">{number}</span> <b className="font-semibold">{title}</b>{" "}
          <span className="text-mute">{where.join(" · ")}</span>
        </p>
        {why !== null && (
          <p>
            {t("probePage.cannotTell")}: {say(why)}
          </p>
        )}
        <ul className="space-y-0.5">
          {Object.entries(readings).map(([id, reading]) => (
            <FoundReading key={id} id={id as SwitchId} reading={reading} model={model} />
          ))}
        </ul>
        {Object.keys(figures).length > 0 && <FoundFigures figures={figures} />}
      </div>
      <Button
        className="shrink-0 text-xs"
        aria-label={t("probePage.leaveOutNamed", { number: String(number), title })}
        onClick={onRemove}
      >
        {t("probePage.leaveOut")}
      </Button>
    </li>
  );
}

/** A report may hold several findings about one question, of other runs or the same. */
function withKeys(
  findings: readonly Finding[],
): readonly { readonly key: string; readonly finding: Finding }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const about = [finding.probe, finding.model, finding.endpoint, finding.date].join(" ");
    const times = (seen.get(about) ?? 0) + 1;
    seen.set(about, times);
    return { key: `${about} ${times}`, finding };
  });
}

export function LoadedFindings({ findings, onRemove }: LoadedFindingsProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section
      aria-labelledby="loaded-findings"
      className="mt-1 rounded-lg border border-line bg-panel px-3.5 py-2"
    >
      <h2 ref={heading} id="loaded-findings" tabIndex={-1} className="text-sm font-semibold">
        {t("probePage.loadedFindings")}
      </h2>
      {findings.length === 0 ? (
        <p className="py-1 text-mute">{t("probePage.noneLeft")}</p>
      ) : (
        <ul className="max-h-96 overflow-y-auto">
          {withKeys(findings).map(({ key, finding }) => (
            <Row
              key={key}
              finding={finding}
              onRemove={() => {
                onRemove(finding);
                // The button that had the focus goes with its row.
                heading.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
