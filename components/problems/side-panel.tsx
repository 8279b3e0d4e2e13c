"use client";
/** The right panel: problems of the document, why the selected request hit or missed, the rules in force. */
import { countPlaces } from "../../lib/lint/diagnostic";
import { TABS } from "../../lib/store/address";
import { useActions, usePlayground } from "../playground-context";
import { later } from "../ui/later";
import { Tabs } from "../ui/tabs";
import { useWords } from "../words/use-words";
import { PlayedNote, PlayedRules } from "./played-notes";
import { ProblemList } from "./problem-list";

const ModelView = later(async () => (await import("../tokens/model-view")).ModelView);
const RulesView = later(async () => (await import("./rules-view")).RulesView);
const WhyView = later(async () => (await import("./why-view")).WhyView);

export function SidePanel() {
  const { t } = useWords();
  const picked = usePlayground((state) => state.tab);
  const { setTab } = useActions();
  const found = usePlayground((state) => countPlaces(state.diagnostics));
  const causes = usePlayground((state) => new Set(state.good?.timeline.misses.map(({ code }) => code)).size);
  const isElsewhere = usePlayground((state) => (state.good?.timeline.playedBy ?? null) !== null);
  const count = found + causes;
  const errors = usePlayground(
    (state) => state.diagnostics.filter(({ severity }) => severity === "error").length,
  );
  // Until the reader picks a tab or works in one, what needs attention is in front.
  const tab = picked ?? (count > 0 ? "problems" : "why");
  return (
    <section
      aria-label={t("problems.panel")}
      className="flex h-full min-h-0 flex-col bg-panel"
      onClickCapture={() => setTab(picked ?? tab)}
    >
      <Tabs
        label={t("problems.panel")}
        active={tab}
        onChange={(id) => setTab(TABS.find((each) => each === id) ?? null)}
        tabs={[
          {
            id: "problems",
            label: (
              <>
                {t("problems.tab")}{" "}
                <span
                  className={`rounded-full px-1.5 text-[11px] ${errors > 0 ? "bg-bad text-panel" : "bg-line-soft text-mute"}`}
                >
                  {count}
                </span>
              </>
            ),
            content: (
              <>
                <PlayedNote says="problems.judgedElsewhere" />
                <ProblemList onWhy={() => setTab("why")} />
              </>
            ),
          },
          { id: "why", label: t("problems.tabWhy"), content: <WhyView /> },
          {
            id: "model",
            label: t("problems.tabModel"),
            content: (
              <>
                <PlayedNote says="problems.seenElsewhere" />
                <ModelView />
              </>
            ),
          },
          {
            id: "rules",
            label: t("problems.tabRules"),
            content: isElsewhere ? <PlayedRules /> : <RulesView />,
          },
        ]}
      />
    </section>
  );
}
