"use client";
/** The way of requests to a cache in the place of the map: a scene of the layers with its switches. */
import { useState } from "react";
import { findScene } from "../../lib/layers/scenes";
import { LayerSwitches } from "../layers/layer-switches";
import { LayersDesk } from "../layers/layers-desk";
import { useMap } from "../map/map-store";
import { useWords } from "../words/use-words";
import { useLesson, useLessonState } from "./lesson-context";

export function LayersStage() {
  const { t } = useWords();
  const { lesson, setLayers } = useLesson();
  const layers = useLessonState((state) => state.layers);
  const isCovered = useMap((state) => state.coverFrom !== null);
  const [request, setRequest] = useState(0);
  const scene = findScene(lesson.layers ?? "");
  if (!scene || !layers) return null;
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
