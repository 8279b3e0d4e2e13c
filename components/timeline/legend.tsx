/** What the four colours mean. */
import { Term } from "../terms/term";

const kinds = ["read", "written", "uncached", "completion"] as const;
const fills = {
  read: "fill-read",
  written: "fill-written",
  uncached: "fill-uncached",
  completion: "fill-completion",
} as const;

export function Legend() {
  return (
    <ul aria-label="Legend" className="ml-auto hidden gap-3.5 xl:flex">
      {kinds.map((kind) => (
        <li key={kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-xs ${fills[kind]}`} />
          <Term id={kind} />
        </li>
      ))}
    </ul>
  );
}
