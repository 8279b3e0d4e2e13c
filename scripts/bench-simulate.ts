/** Measures the replay of a long agent conversation: one table, one machine, one run. Nothing is asserted. */
import type { Blocks } from "../lib/layout/blocks";
import { createPrefixIndex } from "../lib/layout/prefix-index";
import type { SegmentSize } from "../lib/layout/read-segments";
import { findModel } from "../lib/offers/catalogue";
import { layOutSegments } from "../lib/systems/lay-out";
import { simulateNaively } from "../lib/timeline/fixtures/naive-simulate";
import { type SimulationInput, simulate, type TimedRequest } from "../lib/timeline/simulate";

const SIZES = [1_000, 5_000, 10_000, 40_000];
/** What the naive implementation is made to play: its time grows with the square. */
const NAIVE_SIZES = new Set([1_000, 5_000]);
const MODEL = "qwen3.7-max";
const model = findModel(MODEL);

interface Replayed {
  readonly at: number;
  readonly segments: readonly SegmentSize[];
  readonly markers: readonly number[];
}

/** What happens to the conversation when it has grown to its full length. */
type Habit = "trimmed in one go" | "a window that slides";

/**
 * An agent's conversation of about 500 messages: each request adds the answer and a tool's result. Where it is trimmed, the
 * messages after the first 20 make room. Markers stand after the head, at two older ends and at the newest.
 */
function writeConversation(count: number, habit: Habit): Replayed[] {
  let next = 0;
  const write = (tokens: number): SegmentSize => ({ id: `m${next++}`, tokens, blocks: 1 });
  let segments = Array.from({ length: 500 }, (_, at) => write(at === 0 ? 3_000 : 120));
  return Array.from({ length: count }, (_, index) => {
    const added = [write(90 + (index % 50)), write(200 + (index % 300))];
    const kept =
      habit === "a window that slides"
        ? [...segments.slice(0, 20), ...segments.slice(22)]
        : segments.length >= 550
          ? [...segments.slice(0, 20), ...segments.slice(120)]
          : segments;
    segments = [...kept, ...added];
    const end = segments.length - 1;
    // Now and then a break that outlives every entry.
    return {
      at: index * 20 + Math.floor(index / 200) * 400,
      segments,
      markers: [19, end - 20, end - 2, end],
    };
  });
}

function layOut(requests: readonly Replayed[]): TimedRequest[] {
  const index = createPrefixIndex();
  let previous: Blocks | undefined;
  return requests.map(({ at, segments, markers }) => {
    const laidOut = layOutSegments({ model, modelName: MODEL, segments, markers, tail: 6 }, index, previous);
    previous = laidOut.blocks;
    return { at, duration: 5, completion: 100, ...laidOut };
  });
}

/** Milliseconds of the processor that one call takes, memory management included, and what it gave. */
function time<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

const print = (cells: readonly (string | number)[]): void =>
  console.log(cells.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell).padStart(13)).join(""));

function measure(habit: Habit, sizes: readonly number[], options: Partial<SimulationInput>): void {
  console.log(`\n${habit}${options.implicit ? ", implicit reads, no markers" : ""}; ms of the processor`);
  print(["requests", "lay out", "play", "no reasons", "all", "us/request", "growth", "naive", "times"]);
  let before = 0;
  for (const size of sizes) {
    const written = writeConversation(size, habit);
    const replayed = options.implicit ? written.map((one) => ({ ...one, markers: [] })) : written;
    const laid = time(() => layOut(replayed));
    const input = { region: "intl", implicit: "never", requests: laid.value, ...options } as const;
    const plain = time(() => simulate({ ...input, explain: false }));
    const told = time(() => simulate(input));
    const all = laid.ms + told.ms;
    const each = (all / size) * 1000;
    const naive =
      NAIVE_SIZES.has(size) && habit === "trimmed in one go" && !options.implicit
        ? time(() =>
            simulateNaively(
              replayed.map((one) => ({ ...one, duration: 5, model: MODEL, tail: 6 })),
              {
                implicit: "never",
                session: false,
                modelOf: () => ({ qwen4: false, explicitHere: true }),
              },
            ),
          )
        : null;
    if (naive?.value.some(({ read }, turn) => read !== told.value.turns[turn]?.read)) {
      console.log("  the naive implementation reads something else");
    }
    print([
      String(size),
      laid.ms,
      told.ms,
      plain.ms,
      all,
      each,
      before > 0 ? `${(each / before).toFixed(2)}x` : "",
      naive ? naive.ms : "",
      naive ? `${(naive.ms / told.ms).toFixed(0)}x` : "",
    ]);
    before = each;
  }
}

// Compiles the code, so that the first row is no slower than the others.
for (const habit of ["trimmed in one go", "a window that slides"] as const) {
  simulate({ requests: layOut(writeConversation(300, habit)), region: "intl", implicit: "always" });
}
measure("trimmed in one go", SIZES, {});
measure("trimmed in one go", SIZES, { implicit: "always" });
measure("a window that slides", SIZES.slice(0, 3), {});
