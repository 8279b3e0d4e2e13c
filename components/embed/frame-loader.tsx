"use client";
/** Loads a frame in the browser only: it needs a worker and the fragment. */
import dynamic from "next/dynamic";
import { tell } from "../../lib/words/message";
import { Sentence } from "../words/sentence";

const Frame = dynamic(() => import("./frame").then((module) => module.Frame), {
  ssr: false,
  loading: () => (
    <p className="p-4 text-mute">
      <Sentence said={tell("embed.loading")} />
    </p>
  ),
});

export const FrameLoader = () => <Frame />;
