/** The playground's one page. */
import { PlaygroundLoader } from "../components/playground-loader";

export default function Page() {
  return <PlaygroundLoader />;
}
