/** Names what was taken out, each once. */
import { formatNumber } from "../values/figures";
import { type Said, tell } from "../words/message";

/** e.g. `an API key (3 times)` and `the session id`, in the order in which they first come. */
export function countNames(names: readonly Said[]): Said[] {
  const counts = new Map<string, { readonly name: Said; count: number }>();
  for (const name of names) {
    // Millions may be taken out: most are plain names.
    const key = typeof name === "string" ? name : JSON.stringify(name);
    const counted = counts.get(key) ?? { name, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  return [...counts.values()].map(({ name, count }) =>
    count === 1 ? name : tell("importing.times", { name, count: formatNumber(count) }),
  );
}
