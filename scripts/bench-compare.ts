/** Measures a comparison of ten systems on long conversations: one table, one machine, one run. Nothing is asserted. */
import { compareBody } from "../lib/api/compare-body";
import type { TokenCounter } from "../lib/tokens/token-counter";

const SIZES = [1_250, 2_500, 5_000, 10_000];
const SYSTEMS = [
  { system: "anthropic", model: "claude-opus-5" },
  { system: "bedrock", model: "nova-pro" },
  { system: "openai", model: "gpt-6-sol" },
  { system: "openai", model: "gpt-5.5" },
  { system: "gemini", model: "gemini-3.1-pro" },
  { system: "deepseek", model: "deepseek-flash" },
  { system: "kimi", model: "kimi-k3" },
  { system: "vllm", options: { capacity: 2_000_000 } },
  { system: "sglang", options: { capacity: 2_000_000 } },
  { system: "model-studio-explicit", model: "qwen3.7-max" },
];

/** Nothing here holds text. */
const counter = { count: (text: string) => text.length } as TokenCounter;

interface Segment {
  readonly id: string;
  readonly tokens: number;
  readonly role: string;
  readonly kind?: string;
}

/** Agents one after the other: each opens with the same head and adds a call and its result, forty times. */
function writeConversations(count: number) {
  const head: Segment[] = [
    { id: "tools", tokens: 4_000, role: "tools" },
    { id: "system", tokens: 3_000, role: "system" },
  ];
  let segments = head;
  return Array.from({ length: count }, (_, index) => {
    const turn = index % 40;
    const name = (what: string) => `${what} ${Math.floor(index / 40)} ${turn}`;
    segments =
      turn === 0
        ? [...head, { id: name("question"), tokens: 250, role: "user" }]
        : [
            ...segments,
            { id: name("call"), tokens: 90 + (index % 50), role: "assistant", kind: "tool_use" },
            { id: name("result"), tokens: 200 + (index % 300), role: "tool", kind: "tool_result" },
          ];
    const end = segments.length - 1;
    return { at: index * 7, duration: 5, completion: 100, segments, markers: end > 1 ? [1, end] : [end] };
  });
}

const print = (cells: readonly (string | number)[]): void =>
  console.log(cells.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell).padStart(22)).join(""));

/** Milliseconds of the processor that one call takes, memory management included. */
function time(requests: readonly unknown[], systems: readonly unknown[], explain: boolean): number {
  const start = process.cpuUsage();
  const result = compareBody({ requests, systems, explain }, () => counter);
  const { user, system } = process.cpuUsage(start);
  if (!result.ok) throw new Error(result.error.code);
  return (user + system) / 1000;
}

print(["requests", "ten systems, ms", "with reasons, ms", "us/request"]);
for (const size of SIZES) {
  const requests = writeConversations(size);
  const bare = time(requests, SYSTEMS, false);
  const told = time(requests, SYSTEMS, true);
  print([String(size), bare, told, (bare * 1000) / size]);
}

console.log("\n10,000 requests on each alone, with reasons; ms of the processor");
const longest = writeConversations(10_000);
for (const one of SYSTEMS) print([one.system, one.model ?? "", time(longest, [one], true)]);
