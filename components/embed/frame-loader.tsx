"use client";
/** Loads a frame in the browser only: it needs a worker and the fragment. */
import dynamic from "next/dynamic";

const Frame = dynamic(() => import("./frame").then((module) => module.Frame), {
  ssr: false,
  loading: () => <p className="p-4 text-mute">Loading…</p>,
});

export const FrameLoader = () => <Frame />;
