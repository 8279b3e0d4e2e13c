"use client";
/** The page's own panels beside a lesson's text: the map always, the document and the reasons where a step needs them. */
import { useState } from "react";
import type { Step } from "../../lib/lessons/lesson";
import { EditorPanel } from "../editor/editor-panel";
import { useMap } from "../map/map-store";
import { usePlayground } from "../playground-context";
import { SidePanel } from "../problems/side-panel";
import { BillBar } from "../timeline/bill-bar";
import { Tabs } from "../ui/tabs";
import { useMedia } from "../ui/use-media";
import { useWords } from "../words/use-words";
import { LayersStage } from "./layers-stage";
import { useLesson } from "./lesson-context";
import { LessonMap } from "./lesson-map";

interface LessonStageProps {
  readonly step: Step;
  /** One panel at a time, and no control that is not needed. */
  readonly isPresented: boolean;
}

/** A covered outcome is told by no panel: the reasons, the bill and the rules wait. */
export function LessonStage({ step, isPresented }: LessonStageProps) {
  const { lesson } = useLesson();
  const isWide = useMedia("(min-width: 1100px)");
  if (lesson.layers !== undefined) return <LayersStage isPresented={isPresented} />;
  // Another step begins with the panels that it names.
  if (isPresented) return <PresentedStage key={step.id} step={step} />;
  return isWide ? <WideStage key={step.id} step={step} /> : <NarrowStage key={step.id} step={step} />;
}

/** What is covered is covered in the bill, too. */
function StageBill() {
  const { t } = useWords();
  const isCovered = useMap((state) => state.coverFrom !== null);
  return isCovered ? (
    <p className="min-h-10 shrink-0 border-t border-line-soft bg-panel px-3.5 py-2.5 text-mute">
      {t("map.covered")}
    </p>
  ) : (
    <div data-spot="bill">
      <BillBar withTools={false} />
    </div>
  );
}

type StagePart = Pick<LessonStageProps, "step">;

function WideStage({ step }: StagePart) {
  const { t } = useWords();
  const isCovered = useMap((state) => state.coverFrom !== null);
  const sheet = usePlayground((state) => state.sheet);
  const [withEditor, setEditor] = useState(step.editor === true);
  const [withSide, setSide] = useState(step.tab !== undefined);
  const isSideShown = withSide && !isCovered && sheet === null;
  const switches = (
    <>
      <PanelSwitch pressed={withEditor} onClick={() => setEditor(!withEditor)} label={t("learn.document")} />
      {!isCovered && (
        <PanelSwitch pressed={withSide} onClick={() => setSide(!withSide)} label={t("learn.why")} />
      )}
    </>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col" data-lesson-stage>
      <div className="flex min-h-0 flex-1">
        {withEditor && (
          <div className="w-[34%] min-w-60 border-r border-line" data-spot="editor">
            <EditorPanel wraps />
          </div>
        )}
        <div className="min-w-0 flex-1">
          <LessonMap switches={switches} isMending={step.kind === "mend"} />
        </div>
        {isSideShown && (
          <div
            className="w-80 shrink-0 border-l border-line"
            data-spot={step.tab === "problems" ? "problems" : "why"}
          >
            <SidePanel />
          </div>
        )}
      </div>
      <StageBill />
    </div>
  );
}

interface PanelSwitchProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly label: string;
}

const PanelSwitch = ({ pressed, onClick, label }: PanelSwitchProps) => (
  <button
    type="button"
    aria-pressed={pressed}
    onClick={onClick}
    className="rounded-md border border-line px-2 py-0.5 text-xs whitespace-nowrap text-mute hover:bg-hover aria-pressed:bg-selected aria-pressed:text-ink"
  >
    {label}
  </button>
);

function NarrowStage({ step }: StagePart) {
  const { t } = useWords();
  const isCovered = useMap((state) => state.coverFrom !== null);
  const [tab, setTab] = useState(step.spot?.on === "editor" ? "request" : "map");
  const why = { id: "why", label: t("learn.why"), content: <SidePanel /> };
  return (
    <div className="flex min-h-80 min-w-0 flex-1 flex-col" data-lesson-stage>
      <Tabs
        label={t("learn.scene")}
        className="bg-panel"
        active={tab}
        onChange={setTab}
        tabs={[
          {
            id: "map",
            label: t("ui.panelMap"),
            content: <LessonMap switches={null} isMending={step.kind === "mend"} />,
          },
          { id: "request", label: t("learn.document"), content: <EditorPanel wraps />, keep: true },
          ...(isCovered ? [] : [why]),
        ]}
      />
      <StageBill />
    </div>
  );
}

/** In front of a class: the document where it is what is meant, else the map. */
function PresentedStage({ step }: StagePart) {
  const isEditor = step.spot?.on === "editor";
  const isSide = step.spot?.on === "why" || step.spot?.on === "problems";
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col" data-lesson-stage>
      <div className="min-h-0 flex-1" data-spot={isEditor ? "editor" : isSide ? step.spot?.on : undefined}>
        {isEditor ? <EditorPanel wraps /> : isSide ? <SidePanel /> : <LessonMap switches={null} isBare />}
      </div>
      {step.spot?.on === "bill" && <StageBill />}
    </div>
  );
}
