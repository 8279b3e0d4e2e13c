/** Measures an import of unique text and the search for secrets in it, quick and plain side by side: one machine, one run. */
import { createImportReader } from "../lib/import/read-import";
import { createAlias } from "../lib/redact/create-alias";
import { findRemovals, findRemovalsPlainly } from "../lib/redact/find-removals";
import { createPicker } from "../lib/values/random";

/** Millions of characters of each kind of text, and of the import. */
const SEARCHED = 8;
const IMPORTED = 100;
const LETTERS = "etaoinshrdlucmfwypvbgkjqxz";

const below = createPicker(20261129);
const word = (): string => Array.from({ length: 2 + below(8) }, () => LETTERS[below(26)]).join("");
const words = Array.from({ length: 5_000 }, word);
const pick = (): string => words[below(words.length)] ?? "";
const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join("");

const LINES: Readonly<Record<string, () => string>> = {
  prose: () => `${Array.from({ length: 14 }, pick).join(" ")}. `,
  code: () =>
    `  const ${pick()} = await ${pick()}.${pick()}(${below(900)}, { ${pick()}: "${pick()}-${hex(6)}" });\n`,
  listings: () => `commit ${hex(40)} src/${pick()}/${pick()}_${pick()}.ts:${below(900)}\n`,
  JSON: () =>
    `{"id":"${hex(32)}","${pick()}":{"url":"https://${pick()}.example/${pick()}?page=${below(99)}"}}\n`,
  "logs with ids": () =>
    `level=info user_id=${below(1e6)} path=/home/${pick()}/${pick()} mail=${pick()}@mail.test\n`,
  assignments: () => `${pick()}_token = ${pick()}${below(9)}\nset token = get_${pick()}();\n`,
  "lines of dashes": () => `| ${pick()} | ${"-".repeat(60)} |\n`,
  Chinese: () => `${String.fromCharCode(...Array.from({ length: 30 }, () => 0x4e00 + below(5_000)))}。`,
};

function write(line: () => string, length: number): string {
  const lines: string[] = [];
  for (let written = 0; written < length; ) written += lines[lines.push(line()) - 1]?.length ?? 0;
  return lines.join("");
}

/** Milliseconds of the processor that one call takes, memory management included, and what it gave. */
async function time<T>(run: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

const print = (cells: readonly (string | number)[]): void =>
  console.log(cells.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell).padStart(15)).join(""));

console.log("search for secrets; ms of the processor a million characters");
print(["text", "found", "quick", "plain", "times"]);
for (const [kind, line] of Object.entries(LINES)) {
  const texts = Array.from({ length: SEARCHED * 125 }, () => write(line, 8_000));
  const count = (find: typeof findRemovals) => () => texts.reduce((sum, text) => sum + find(text).length, 0);
  // Compiles the code; of other texts, since the quick way remembers those it has seen.
  for (const find of [findRemovals, findRemovalsPlainly]) {
    for (let round = 0; round < 50; round++) find(write(line, 8_000));
  }
  const plain = await time(count(findRemovalsPlainly));
  const quick = await time(count(findRemovals));
  if (quick.value !== plain.value) console.log("  the two find something else");
  print([
    kind,
    String(quick.value),
    quick.ms / SEARCHED,
    plain.ms / SEARCHED,
    `${(plain.ms / quick.ms).toFixed(1)}x`,
  ]);
}

/** Kinds of text that an import is made of: such in which next to nothing is found, and such in which much is. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  "with little to take out": ["prose", "code", "listings", "JSON"],
  "with much to take out": ["logs with ids", "assignments", "JSON"],
};

console.log("");
for (const [which, kinds] of Object.entries(IMPORTS)) {
  const text = (length: number): string =>
    write(() => LINES[kinds[below(kinds.length)] ?? ""]?.() ?? "", length);
  const lines: string[] = [];
  for (let length = 0; length < IMPORTED * 1e6; ) {
    const messages = Array.from({ length: 12 }, (_, at) => ({
      role: at % 2 === 0 ? "user" : "assistant",
      content: text(6_000),
    }));
    length += lines[lines.push(JSON.stringify({ model: "qwen3.7-max", messages })) - 1]?.length ?? 0;
  }
  const imported = await time(async () => {
    const reader = createImportReader({ alias: createAlias(new Uint8Array(16)) });
    for (const each of lines) reader.push(`${each}\n`);
    return reader.end();
  });
  console.log(
    `import of ${IMPORTED} million characters ${which}, ${lines.length} requests: ${imported.ms.toFixed(0)} ms`,
  );
}
