/** The playground's one page. */
import { preload } from "react-dom";
import { PlaygroundLoader } from "../components/playground-loader";
import { VOCABULARY_FILE } from "../lib/tokens/vocabulary-file";

export default function Page() {
  // The worker asks for it only once its own code has arrived.
  preload(`/vocabulary/${VOCABULARY_FILE}`, { as: "fetch", crossOrigin: "anonymous" });
  return <PlaygroundLoader />;
}
