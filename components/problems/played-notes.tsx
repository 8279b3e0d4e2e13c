"use client";
/** What the side panel says while a system other than Model Studio plays: whose words a tab has, and that system's own rules. */
import { findAssumption } from "../../lib/offers/assumptions";
import { formatCount, formatDuration } from "../../lib/values/figures";
import { namePlayer } from "../map/played-banner";
import { usePlayground } from "../playground-context";
import { Sentence } from "../words/sentence";

/** @param children what the tab shows, as the start of a sentence, e.g. "These problems are those of" */
export function PlayedNote({ children }: { readonly children: string }) {
  const playedBy = usePlayground((state) => state.good?.timeline.playedBy ?? null);
  if (playedBy === null) return null;
  return (
    <p role="note" className="border-b border-line-soft bg-selected px-3.5 py-1.5 text-xs">
      {children} Model Studio; the map is played by <Sentence said={namePlayer(playedBy)} />.
    </p>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line-soft py-1">
      <dt className="text-mute">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

/** The rules that the map is played by; null where they are Model Studio's. */
export function PlayedRules() {
  const good = usePlayground((state) => state.good);
  const playedBy = good?.timeline.playedBy;
  if (!good || !playedBy) return null;
  const { request, timeline } = good;
  const lives = [...new Set(timeline.turns.map(({ ledger }) => ledger.life))].filter((life) => life > 0);
  const assumptions = playedBy.assumptions.flatMap((id) => findAssumption(id) ?? []);
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3.5">
      <section>
        <h3 className="font-semibold">
          <Sentence said={namePlayer(playedBy)} />
        </h3>
        <dl className="mt-1">
          <Fact name="Markers">
            {playedBy.readsMarkers ? `${request.maxMarkers} per request` : "not looked at"}
          </Fact>
          {request.minimum > 0 && (
            <Fact name="Minimum prefix">{`${formatCount(request.minimum)} tokens`}</Fact>
          )}
          {request.lookbackBlocks > 0 && (
            <Fact name="Look-back">{`${request.lookbackBlocks + 1} positions before the marker`}</Fact>
          )}
          {lives.length > 0 && (
            <Fact name="Entries written here live">{lives.map(formatDuration).join(" or ")}</Fact>
          )}
          <Fact name="Token counts">estimate</Fact>
          <Fact name="Prices in">{playedBy.currency ?? "none is listed"}</Fact>
        </dl>
        <p className="mt-1.5 text-xs text-mute">
          {request.estimateReason && <Sentence said={request.estimateReason} />} The prices of a request are
          in its bill, under Why.
        </p>
      </section>
      <section>
        <h3 className="font-semibold">Assumptions</h3>
        <ul className="mt-1 flex flex-col gap-2 text-xs">
          {assumptions.map(({ id, statement, source, asOf }) => (
            <li key={id}>
              {statement}{" "}
              <a
                href={source}
                target="_blank"
                rel="noreferrer"
                className="whitespace-nowrap text-accent hover:underline"
              >
                source of {asOf} ↗
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
