/** A short link: the playground, which fetches the sealed layout and opens it with the key in the fragment. */
import type { Metadata } from "next";
import { preload } from "react-dom";
import { PlaygroundLoader } from "../../../components/playground-loader";
import { VOCABULARY_FILE } from "../../../lib/tokens/vocabulary-file";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function Page() {
  preload(`/vocabulary/${VOCABULARY_FILE}`, { as: "fetch", crossOrigin: "anonymous" });
  return <PlaygroundLoader />;
}
