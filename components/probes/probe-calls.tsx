"use client";
/** The requests that a probe sends: when each is due, what must come of it, and its body. */
import { useState } from "react";
import { findProbe, numberOf } from "../../lib/probes/list-probes";
import { listCalls, writeBody } from "../../lib/probes/plan";
import { previewBody } from "../../lib/probes/preview-body";
import type { ProbeCall, ProbeId } from "../../lib/probes/probe";
import { ScrollRegion } from "../ui/scroll-region";
import { useWords } from "../words/use-words";
import { FoldedPart } from "./folded-part";
import { type ProbeDraft, planProbes } from "./probe-draft";

const EXPECTS = {
  miss: "probePage.expect_miss",
  hit: "probePage.expect_hit",
  write: "probePage.expect_write",
} as const;

function CallTime({ call: { after, bySecond } }: { readonly call: ProbeCall }) {
  const { t } = useWords();
  const time = { seconds: after?.seconds ?? 0 };
  return (
    <>
      {after
        ? `${t(after.from === "start" ? "probePage.afterStart" : "probePage.afterEnd", { time })} `
        : t("probePage.atStart")}
      {after && <span className="font-mono">{after.call}</span>}
      {bySecond && `, ${t("probePage.bySecond")}`}
    </>
  );
}

interface ProbeCallsProps {
  readonly id: ProbeId;
  readonly draft: ProbeDraft;
}

function CallList({ id, draft }: ProbeCallsProps) {
  const { t } = useWords();
  const [shown, setShown] = useState<string | null>(null);
  const plan = planProbes(draft, "salt", 0);
  const calls = listCalls(findProbe(id), plan);
  const call = calls.find((each) => each.id === shown);
  return (
    <>
      <ScrollRegion
        label={t("probePage.requestsLabel", { number: numberOf(id) })}
        className="relative mt-1.5"
      >
        <table className="w-full border-collapse text-left text-xs [&_td]:py-0.5 [&_td]:pr-3 [&_th]:py-0.5 [&_th]:pr-3">
          <thead className="border-b border-line text-mute [&_th]:font-medium">
            <tr>
              <th scope="col">{t("probePage.callName")}</th>
              <th scope="col">{t("probePage.when")}</th>
              <th scope="col">{t("probePage.expects")}</th>
              <th scope="col">{t("probePage.body")}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((each) => (
              <tr key={each.id} className="border-b border-line-soft">
                <th scope="row" className="font-mono font-normal whitespace-nowrap">
                  {each.id}
                </th>
                <td className="whitespace-nowrap">
                  <CallTime call={each} />
                </td>
                <td className="whitespace-nowrap">
                  {t(each.expects ? EXPECTS[each.expects] : "probePage.expectNothing")}
                </td>
                <td>
                  <button
                    type="button"
                    aria-expanded={shown === each.id}
                    aria-label={t("probePage.showBody", { call: each.id })}
                    onClick={() => setShown(shown === each.id ? null : each.id)}
                    className="min-h-6 px-1 font-mono text-accent hover:underline"
                  >
                    {"{…}"}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {call && (
        <figure className="mt-2 min-w-0">
          <figcaption className="text-xs text-mute">
            {t("probePage.showBody", { call: call.id })}. {t("probePage.bodyNote")}
          </figcaption>
          <ScrollRegion label={t("probePage.showBody", { call: call.id })} className="relative mt-1">
            <pre className="max-h-80 rounded-md border border-line bg-raised p-2 text-xs">
              {previewBody(writeBody(plan, { probe: id, repeat: 0, attempt: 0 }, call, new Map()), (count) =>
                t("probePage.cut", { count }),
              )}
            </pre>
          </ScrollRegion>
        </figure>
      )}
    </>
  );
}

export function ProbeCalls(props: ProbeCallsProps) {
  const { t } = useWords();
  return (
    <FoldedPart label={t("probePage.requests")}>
      <CallList {...props} />
    </FoldedPart>
  );
}
