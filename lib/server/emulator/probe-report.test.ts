/** A report says everything to who reads it alone, and comes back as it was written; nothing hostile gets in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationsOf, type Finding, listFindings, observedOf } from "../../probes/finding";
import { findProbe } from "../../probes/list-probes";
import { listCalls, type ProbePlan } from "../../probes/plan";
import { PROBE_IDS, type ProbeResult } from "../../probes/probe";
import { type ProbeRun, reduceRun, spentOf, startRun } from "../../probes/probe-run";
import { readProbeReport } from "../../probes/read-report";
import { sumCosts, writeProbeJson, writeProbeReport } from "../../probes/write-report";
import { createWords } from "../../words/create-words";
import { ENGLISH } from "../../words/plain-words";
import { zh } from "../../words/zh";
import { runProbes } from "./fixtures/ask-emulator";

const CHINESE = createWords("zh", zh);

const tokens = fc.nat(5000);
const anything = fc.jsonValue({ maxDepth: 3 });
const result: fc.Arbitrary<ProbeResult> = fc.oneof(
  fc.record({
    kind: fc.constant("answered" as const),
    prompt: tokens,
    read: tokens,
    written: tokens,
    completion: tokens,
    lasted: fc.double({ min: 0, max: 100, noNaN: true }),
    usage: anything,
  }),
  fc.record({ kind: fc.constant("refused" as const), status: fc.constantFrom(400, 422), said: fc.string() }),
  fc.record({ kind: fc.constant("failed" as const), fault: fc.string() }),
);

/** A run of some probes in which anything came of the calls, and which was ended early. */
const run: fc.Arbitrary<ProbeRun> = fc
  .record({
    probes: fc.uniqueArray(fc.constantFrom(...PROBE_IDS), { maxLength: 3 }),
    model: fc.constantFrom("qwen3-max", "qwen3.7-max", "qwen4-max", "__proto__", "custom model"),
    results: fc.infiniteStream(result),
    startedAt: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
    missing: fc.nat(5),
  })
  .map(({ probes, model, results, startedAt, missing }) => {
    const plan: ProbePlan = {
      target: { kind: "emulator", account: "a", controls: {} },
      ...{ model, second: null, region: "intl", probes, salt: "s", startedAt },
    };
    const all = probes.flatMap((probe) =>
      Array.from({ length: findProbe(probe).repeats }, (_, repeat) =>
        listCalls(findProbe(probe), plan).map((call) => ({ probe, repeat, attempt: 0, call: call.id })),
      ).flat(),
    );
    const ended = all.slice(0, all.length - missing).reduce<ProbeRun>(
      (left, call) => {
        const sent = reduceRun(left, { kind: "sent", calls: [call], clock: 1 });
        const { value } = results.next();
        return value ? reduceRun(sent, { kind: "ended", ...call, result: value, cost: 0.1, clock: 2 }) : sent;
      },
      startRun(plan, null),
    );
    return reduceRun(ended, { kind: "cancel" });
  });

/** As if a service had answered. */
const ofService = ({ plan, ...rest }: ProbeRun): ProbeRun => ({
  ...rest,
  plan: { ...plan, target: { kind: "service", host: "workspace-cn", name: "Beijing", workspace: "llm-42" } },
});

describe("a report", () => {
  it("gives back the findings that were written, as JSON and as Markdown in both languages", () => {
    fc.assert(
      fc.property(run, (each) => {
        const findings = listFindings(each);
        const files = [
          writeProbeJson(each),
          writeProbeReport(each, ENGLISH),
          writeProbeReport(each, CHINESE).replaceAll("\n", "\r\n"),
        ];
        for (const file of files) expect(readProbeReport(file)).toEqual({ ok: true, findings });
      }),
      { numRuns: 40 },
    );
  });

  it("says to who reads it alone what was asked, of whom, how, what came and what it cost", async () => {
    const run = await runProbes(["extra-markers", "at-once", "counting"], {
      readings: { "extra-markers": "first-four" },
      controls: { "x-emulator-ratio": "1.1" },
    });
    const text = writeProbeReport(run, ENGLISH);
    for (const said of [
      "3 of 3 questions settled.",
      "- Model: qwen3-max",
      "- Region: Singapore",
      "- Endpoint: the playground's emulator",
      "- Begun: 2026-11-18T",
      "nothing here was observed of the service itself",
      "| 1 | What becomes of more than four markers? | The first four count. | Not as documented, which is: The last four count. [Source](https://",
      "| 9 | What if two requests write the same at once? | Each pays for it. | Not documented. The simulator assumes the same.",
      "| 19 | How many tokens does the model take for each of the Qwen3 vocabulary? | english",
      "## 1 · More than four markers (extra-markers)",
      "Is a request with five markers refused, or do the first or the last four count?",
      "- What becomes of more than four markers? **The first four count.** It could have been instead: The last four count. The request is refused.",
      "Asked 2 times, 6 calls each time.",
      "| five | Five messages, each with a marker. | Asks the question. |",
      "| opening-cold | New words under a marker. | Control: must be written, and not read. |",
      "| later | The same words, when both answers have come. | Control: must be read. 2 s after the end of right. |",
      "What came back, in tokens:",
      "| 1 | later | ",
      "Nothing was set aside.",
    ].map((each) => each.replace("english", "English"))) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(
      /- Costs at the service: at most 0\.\d+ USD by the estimate before; 0\.\d+ USD by the/,
    );
    expect(text).not.toContain(run.plan.salt);
    expect(text).not.toContain("probe-");
    expect(writeProbeReport(run, CHINESE)).toContain("前四个生效。");
  });

  it("tells why nothing was said, what was set aside and what may have been billed", async () => {
    const failed = await runProbes(["tool-marker"], { controls: { "x-emulator-fault": "500" } });
    const text = writeProbeReport(ofService(failed), ENGLISH);
    expect(text).toContain("Cannot tell. Too many calls failed, came late or were lost.");
    expect(text).toContain(
      "- What does a marker on a tool do? Possible answers: Nothing. It takes effect at",
    );
    expect(text).toContain("- tool-marker, repeat 1, attempt 1: a call failed.");
    expect(text).toMatch(/up to 0\.(?!0+ )\d+ USD that may have been billed/);
    const lied = await runProbes(["tool-marker"], { controls: { "x-emulator-lie": "says-none" } });
    expect(writeProbeReport(lied, ENGLISH)).toContain("Cannot tell. A control did not hold (opening-cold)");
  });

  it("counts nothing as spent for what was refused, as the page does", async () => {
    const refused = await runProbes(["extra-markers"], { readings: { "extra-markers": "refused" } });
    expect(refused.sent.some(({ result }) => result?.kind === "refused")).toBe(true);
    const { spent, maybe } = sumCosts(refused);
    expect(maybe).toBe(0);
    expect(spentOf(refused)).toBe(spent);
  });

  it("carries no key, no account and no words that a service quotes or hides in its usage", async () => {
    const key = "sk-1234567890abcdef1234567890abcdef";
    const leaky = await runProbes(["extra-markers"], {
      instead: (body, order) =>
        order % 2 === 0
          ? Response.json({ error: { message: `Wrong key ${key}` } }, { status: 401 })
          : Response.json({
              usage: { prompt_tokens: 9, completion_tokens: 1, echo: body, [key]: 1, of: key },
            }),
    });
    const plan = {
      ...leaky.plan,
      target: { kind: "service", host: "workspace-cn", name: "B", workspace: "llm-42" },
    };
    const report = writeProbeReport({ ...leaky, plan } as ProbeRun, ENGLISH);
    expect(report).toContain("cn-beijing.maas.aliyuncs.com");
    for (const secret of [key, "llm-42", "Answer with one word", leaky.plan.salt])
      expect(report).not.toContain(secret);
  });
});

const finding = (rest: Partial<Finding>): Finding => ({
  probe: "extra-markers",
  model: "qwen3-max",
  region: "intl",
  endpoint: "dashscope-intl.aliyuncs.com",
  date: "2026-11-29T08:00:00.000Z",
  second: null,
  verdict: "settled",
  why: null,
  control: null,
  readings: { "extra-markers": "refused" },
  figures: {},
  calls: [],
  ...rest,
});

const fileOf = (findings: unknown, rest: object = {}): string =>
  JSON.stringify({ kind: "prompt-cache-probes", version: 1, findings, ...rest });

describe("what is loaded", () => {
  const [one] = [finding({})];
  it.each([
    ["nothing", "", /no probe report/],
    ["another file", '{"kind":"other"}', /no probe report/],
    ["a list", "[1]", /no probe report/],
    ["deep nesting", `${"[".repeat(500_000)}`, /no probe report/],
    ["a Markdown file of something else", "# Report\n\n```json\n{}\n```\n", /no probe report/],
    ["a huge text", " ".repeat(5_000_001), /larger than 5 MB/],
    ["another version", fileOf([], { version: 2 }), /form that is not known here \(2\)/],
    ["too many findings", fileOf(Array.from({ length: 201 }, () => one)), /more than 200 findings/],
    ["an unknown probe", fileOf([{ ...one, probe: "__proto__" }]), /finding 1, probe/],
    ["a model that is no text", fileOf([one, { ...one, model: { a: 1 } }]), /finding 2, model/],
    ["a reading of another probe", fileOf([{ ...one, readings: { life: "hour" } }]), /readings/],
    ["an unknown reading", fileOf([{ ...one, readings: { "extra-markers": "x" } }]), /readings/],
    [
      "a reading by a forbidden name",
      fileOf([one]).replace('"extra-markers":"refused"', '"__proto__":"refused"'),
      /readings/,
    ],
    [
      "a figure beyond all numbers",
      fileOf([one]).replace('"figures":{}', '"figures":{"all":1e999}'),
      /figures/,
    ],
    ["a figure that is no number", fileOf([{ ...one, figures: { all: "NaN" } }]), /figures/],
    ["a date that is none", fileOf([{ ...one, date: "yesterday" }]), /date/],
    ["a date beyond the calendar", fileOf([{ ...one, date: "2026-99-99T99:99:99Z" }]), /date/],
    ["a settled finding with a reason", fileOf([{ ...one, why: "whyDiffer" }]), /why/],
    [
      "readings though it cannot tell",
      fileOf([{ ...one, verdict: "cannot-tell", why: "whyDiffer" }]),
      /verdict/,
    ],
    ["a region that is none", fileOf([{ ...one, region: "mars" }]), /region/],
    ["calls that are none", fileOf([{ ...one, calls: [null] }]), /calls/],
  ])("is refused in one sentence: %s", (_, text, sentence) => {
    const read = readProbeReport(text);
    expect(read.ok).toBe(false);
    expect(read.ok ? "" : ENGLISH.say(read.reason)).toMatch(sentence);
  });

  it("never makes the reader throw, and never touches what all objects share", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => fileOf([value])),
          fc.jsonValue().map((value) => fileOf([{ ...one, figures: value, calls: [value] }])),
        ),
        (text) => {
          expect(typeof readProbeReport(text).ok).toBe("boolean");
        },
      ),
    );
    readProbeReport(fileOf([one]).replace('"figures":{}', '"figures":{"__proto__":{"polluted":1}}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("what was observed", () => {
  it("is the newest settled finding of each switch and model", () => {
    const findings = [
      finding({ date: "2026-11-29T08:00:00.000Z" }),
      finding({ date: "2026-11-01T08:00:00.000Z", readings: { "extra-markers": "first-four" } }),
      finding({ date: "2026-11-30T08:00:00.000Z", verdict: "cannot-tell", why: "whyDiffer", readings: {} }),
      finding({ probe: "life", readings: { life: "hour", "life-renewed": "never" } }),
      finding({ model: "__proto__", readings: { "extra-markers": "first-four" } }),
    ];
    const observed = observedOf(findings);
    expect(Object.keys(observed).toSorted()).toEqual(["__proto__", "qwen3-max"]);
    expect(observed["qwen3-max"]).toEqual({
      "extra-markers": "refused",
      life: "hour",
      "life-renewed": "never",
    });
  });

  it("is the newest ratio of each model, where it can be one", () => {
    const counted = (date: string, all: number, model = "qwen3.7-max") =>
      finding({ probe: "counting", model, date, readings: {}, figures: { all } });
    expect(
      calibrationsOf([
        counted("2026-11-29T08:00:00.000Z", 1.1),
        counted("2026-11-28T08:00:00.000Z", 0.9),
        counted("2026-11-30T08:00:00.000Z", 400),
        counted("2026-11-28T08:00:00.000Z", 0.95, "qwen4-max"),
      ]),
    ).toEqual({ "qwen3.7-max": 1.1, "qwen4-max": 0.95 });
  });
});
