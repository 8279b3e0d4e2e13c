/** The SARIF log has the structure the standard asks for, and its regions and fixes are those of the diagnostics. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { applyEdits } from "../prompt/apply-edits";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";
import type { Diagnostic } from "./diagnostic";
import { fakeContext } from "./fake-context";
import { lintErrors, lintPrompt } from "./lint";
import type { RuleExample } from "./rule";
import { RULES } from "./rules/all-rules";
import { type SarifRegion, writeSarif } from "./write-sarif";

// Sections of the standard (2.1.0 with errata 01): 3.13 log, 3.14 run, 3.19 driver, 3.27 result, 3.30 region, 3.55 fix.
const words = z.string().min(1);
/** Braces come in pairs in a message without arguments (3.11.5). */
const message = z.strictObject({ text: words.regex(/^(?:[^{}]|\{\{|\}\})*$/) });
const multiformat = z.strictObject({ text: words });
const level = z.enum(["none", "note", "warning", "error"]);
const relativeUri = z.strictObject({
  uri: words.regex(/^[\w.~%!$&'()*+,;=@-]+(?:\/[\w.~%!$&'()*+,;=:@-]+)*$/),
});
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  charOffset: z.int().min(0),
  charLength: z.int().min(0),
});
const bag = z.record(z.string(), z.unknown());
const rule = z.strictObject({
  id: words,
  name: words.regex(/^[A-Z][A-Za-z]+$/),
  shortDescription: multiformat,
  fullDescription: multiformat,
  helpUri: z.url(),
  defaultConfiguration: z.strictObject({ level }),
  properties: bag,
});
const fix = z.strictObject({
  description: message,
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation: relativeUri,
        replacements: z
          .array(z.strictObject({ deletedRegion: region, insertedContent: multiformat.optional() }))
          .min(1),
      }),
    )
    .min(1),
});
const result = z.strictObject({
  ruleId: words,
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z
    .array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation: relativeUri, region }) }))
    .length(1),
  fixes: z.array(fix).min(1).optional(),
  properties: bag,
});
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: words,
            semanticVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
            rules: z.array(rule),
          }),
        }),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        newlineSequences: z.array(words).min(1),
        results: z.array(result),
      }),
    )
    .length(1),
});

const options = {
  uri: "prompts/agent.json",
  origin: "http://localhost:3000",
  version: "0.1.0",
  words: ENGLISH,
};

function lint({ text, region: where, following }: RuleExample): Diagnostic[] {
  const context = fakeContext(text, where, following);
  return context ? lintPrompt(context) : lintErrors(text, parsePrompt(text).errors);
}

function write(text: string, diagnostics: readonly Diagnostic[]) {
  const [run] = sarifSchema.parse(JSON.parse(JSON.stringify(writeSarif(text, diagnostics, options)))).runs;
  if (!run) throw new Error("no run");
  return run;
}

/** The text a region covers, found by its lines and columns alone. */
function readLines(text: string, { startLine, startColumn, endLine, endColumn }: SarifRegion): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|(?<!\r)\n)/);
  const offsetOf = (line: number, column: number) => lines.slice(0, line - 1).join("").length + column - 1;
  return text.slice(offsetOf(startLine, startColumn), offsetOf(endLine, endColumn));
}

const readOffsets = (text: string, { charOffset, charLength }: SarifRegion): string =>
  text.slice(charOffset, charOffset + charLength);

it.each(RULES.map((found) => [found.id, found.examples.bad] as const))(
  "writes the bad example of %s",
  (id, example) => {
    const diagnostics = lint(example);
    const run = write(example.text, diagnostics);
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(diagnostics.map((found) => found.rule));
    expect(run.results.map(({ ruleId }) => ruleId)).toContain(id);
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(run.tool.driver.rules[0]?.helpUri).toBe("http://localhost:3000/rules/json-invalid");
  },
);

it("names levels as the standard does", () => {
  const [first] = lint(RULES[0]?.examples.bad ?? { text: "", region: "intl" });
  if (!first) throw new Error("no diagnostic");
  const severities = ["error", "warning", "info"] as const;
  const run = write(
    "[]",
    severities.map((severity) => ({ ...first, severity })),
  );
  expect(run.results.map((found) => found.level)).toEqual(["error", "warning", "note"]);
});

it("doubles braces in messages", () => {
  const text = '[{"role": "user"';
  expect(write(text, lint({ text, region: "intl" })).results[0]?.message.text).toContain(
    'the "{{" of line 1',
  );
});

it("has no results for a text without problems", () => {
  expect(write("[]", []).results).toEqual([]);
});

it("has regions and fixes that do to the file what the diagnostics say", () => {
  const example = fc.constantFrom(...RULES.map((found) => found.examples.bad));
  fc.assert(
    fc.property(example, fc.constantFrom("\n", "\r\n", "\r"), (bad, end) => {
      const text = bad.text.replaceAll("\n", end);
      const diagnostics = lint({ ...bad, text });
      const { results } = write(text, diagnostics);
      for (const [order, diagnostic] of diagnostics.entries()) {
        const { locations, fixes } = results[order] ?? { locations: [] };
        const place = locations[0]?.physicalLocation.region;
        if (!place) throw new Error("no region");
        expect(readLines(text, place)).toBe(text.slice(diagnostic.range.start, diagnostic.range.end));
        expect(readOffsets(text, place)).toBe(readLines(text, place));
        const replacements = fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
        const edits = replacements.map(({ deletedRegion, insertedContent }) => {
          expect(readLines(text, deletedRegion)).toBe(readOffsets(text, deletedRegion));
          const { charOffset: start, charLength } = deletedRegion;
          return { range: { start, end: start + charLength }, text: insertedContent?.text ?? "" };
        });
        expect(applyEdits(text, edits)).toBe(applyEdits(text, diagnostic.fix?.edits ?? []));
      }
    }),
    { numRuns: 60 },
  );
});
