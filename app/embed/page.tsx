/** `/embed#…`: a layout in a frame of somebody's page. */
import type { Metadata } from "next";
import { preload } from "react-dom";
import { FrameLoader } from "../../components/embed/frame-loader";
import { VOCABULARY_FILE } from "../../lib/tokens/vocabulary-file";

export const metadata: Metadata = { robots: { index: false } };

export default function Page() {
  preload(`/vocabulary/${VOCABULARY_FILE}`, { as: "fetch", crossOrigin: "anonymous" });
  return <FrameLoader />;
}
