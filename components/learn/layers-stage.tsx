"use client";
/** The way of requests to a cache in the place of the map: a scene of the layers with its switches. */
import { useMemo, useState } from "react";
import { readRequests } from "../../lib/layers/scene";
import { findScene } from "../../lib/layers/scenes";
import { walkRequests } from "../../lib/layers/walk";
import { LayerSwitches } from "../layers/layer-switches";
import { LayersDesk } from "../layers/layers-desk";
import { WalkPlayer } from "../layers/walk-player";
import { useMap } from "../map/map-store";
import { useWords } from "../words/use-words";
import { useLesson, useLessonState } from "./lesson-context";

interface LayersStageProps {
  /** The walk alone, without switches: in front of a class. */
  readonly isPresented: boolean;
}

export function LayersStage({ isPresented }: LayersStageProps) {
  const { t } = useWords();
  const { lesson, setLayers } = useLesson();
  const layers = useLessonState((state) => state.layers);
  const isCovered = useMap((state) => state.coverFrom !== null);
  const [request, setRequest] = useState(0);
  const scene = findScene(lesson.layers ?? "");
  const steps = useMemo(
    () => (scene && layers ? walkRequests(readRequests(scene.requests), layers) : []),
    [scene, layers],
  );
  if (!scene || !layers) return null;
  if (isPresented) {
    return (
      <div className="min-h-0 min-w-0 flex-1 overflow-auto bg-panel p-3 text-sm" data-lesson-stage>
        {isCovered ? (
          <p className="grid h-full place-items-center text-mute">{t("map.covered")}</p>
        ) : (
          <WalkPlayer
            steps={steps}
            settings={layers}
            selected={request}
            onSelect={setRequest}
            onDraw={null}
          />
        )}
      </div>
    );
  }
  return (
    <div className="min-h-0 min-w-0 flex-1 overflow-auto bg-panel p-4 text-sm" data-lesson-stage>
      {isCovered ? (
        <div className="flex max-w-xl flex-col gap-4">
          <p className="text-mute">{t("map.covered")}</p>
          <LayerSwitches settings={layers} onChange={setLayers} />
        </div>
      ) : (
        <div data-spot="switches">
          <LayersDesk
            conversation={scene}
            settings={layers}
            request={request}
            onSettings={setLayers}
            onRequest={setRequest}
          />
        </div>
      )}
    </div>
  );
}
