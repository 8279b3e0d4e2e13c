/** The shape of `POST /api/v1/simulate`, checked: one clear sentence for the first thing that is wrong. */
import { z } from "zod";
import { CHANGES } from "../changing/changing-text";
import { findSystem, listSystemIds } from "../systems/systems";
import { isObject } from "../values/json";
import type { Checked } from "./check-shape";
import {
  bodySchema,
  check,
  checkForm,
  count,
  MAX_REQUESTS,
  MAX_SEGMENTS,
  refuse,
  seconds,
} from "./request-shape";

const MAX_PRICES = 1_000;
const MAX_CHANGING = 200;
const MAX_WORDS = 4_000;
const MAX_AMOUNT = 1e9;

const timing = {
  at: seconds,
  duration: seconds.default(0),
  completion: count("tokens").default(0),
  ttl: z
    .union(
      [z.literal(300), z.literal(3600)],
      "must be 300 or 3600, the seconds that entries of Qwen4 can live",
    )
    .optional(),
  automatic: z.boolean("must be true or false").optional(),
};

const segmentSchema = z.object(
  {
    id: z.string("must be a string"),
    tokens: count("tokens"),
    blocks: count("content blocks").default(1),
  },
  'must be an object { "id": …, "tokens": …, "blocks"?: … }',
);

const segmentRequestSchema = z
  .object({
    ...timing,
    tail: count("tokens").optional(),
    segments: z
      .array(segmentSchema, "must be an array of segments")
      .max(MAX_SEGMENTS, `holds more than ${MAX_SEGMENTS} segments`),
    markers: z.array(count("segments"), "must be an array of segment indices (it may be empty)"),
  })
  .superRefine(({ segments, markers }, context) => {
    markers.forEach((marker, order) => {
      if (marker < segments.length) return;
      context.addIssue({
        code: "custom",
        message: `must be the index of a segment, 0 to ${segments.length - 1}`,
        path: ["markers", order],
      });
    });
  });

const bodyRequestSchema = z.object({
  ...timing,
  body: bodySchema,
});

const regionSchema = z.enum(["cn", "intl", "global", "eu", "us", "hk"], {
  error: "must be one of cn, intl, global, eu, us, hk",
});

const PROBABILITY = "must be a number from 0 to 1";

const implicitSchema = z.union(
  [
    z.enum(["never", "always"]),
    z.object({
      probability: z.number(PROBABILITY).min(0, PROBABILITY).max(1, PROBABILITY),
      seed: z.int("must be a whole number").default(0),
    }),
  ],
  'must be never, always or { "probability": 0 to 1, "seed"?: a whole number }',
);

const amount = z
  .number("must be an amount per million tokens")
  .min(0, "must be 0 or more")
  .max(MAX_AMOUNT, "is too large")
  .optional();

const priceSchema = z.object(
  {
    model: z.string("must be a string"),
    region: regionSchema,
    currency: z.enum(["USD", "CNY"], { error: "must be USD or CNY" }).optional(),
    maxInputTokens: count("tokens").nullable().optional(),
    input: amount,
    output: amount,
    outputThinking: amount,
    implicitRead: amount,
    create5m: amount,
    create1h: amount,
    read: amount,
  },
  'must be an object { "model": …, "region": …, "input"?: …, … }',
);

const outerSchema = z.object({
  model: z.string("must be a string").min(1, "must not be empty").max(200, "is too long").optional(),
  system: z
    .string()
    .refine((id) => findSystem(id) !== null, `must be one of ${listSystemIds().join(", ")}`)
    .optional(),
  region: regionSchema.optional(),
  implicit: implicitSchema.optional(),
  explain: z.boolean("must be true or false").optional(),
  changing: z
    .array(
      z.object(
        {
          words: z.string("must be a string").min(1, "must not be empty").max(MAX_WORDS, "is too long"),
          change: z.enum(CHANGES, { error: `must be one of ${CHANGES.join(", ")}` }),
        },
        'must be an object { "words": …, "change": … }',
      ),
      "must be an array of changing texts (it may be empty: then what is recognised changes as its kind does)",
    )
    .max(MAX_CHANGING, `holds more than ${MAX_CHANGING} texts`)
    .optional(),
  on: z.iso.date("must be a day, such as 2026-11-21").optional(),
  prices: z
    .array(priceSchema, "must be an array of prices")
    .max(MAX_PRICES, `holds more than ${MAX_PRICES} prices`)
    .optional(),
  requests: z
    .array(z.unknown(), "must be an array of requests")
    .min(1, "must hold at least one request")
    .max(MAX_REQUESTS, `holds more than ${MAX_REQUESTS} requests`),
});

export type SegmentForm = z.infer<typeof segmentRequestSchema>;
export type BodyForm = z.infer<typeof bodyRequestSchema>;
export type SimulateRequest = Omit<z.infer<typeof outerSchema>, "requests"> & {
  readonly requests: readonly (SegmentForm | BodyForm)[];
};

/** Checks the outer shape and every request; bodies are only looked at by `parsePrompt` later. */
export function checkSimulateRequest(input: unknown): Checked<SimulateRequest> {
  if (!isObject(input)) return refuse("", 'must be a JSON object { "model": …, "requests": [ … ] }');
  const outer = check(outerSchema, input, "");
  if (!outer.ok) return outer;
  const requests: (SegmentForm | BodyForm)[] = [];
  for (const [index, value] of outer.value.requests.entries()) {
    const request = checkForm(value, `/requests/${index}`, bodyRequestSchema, segmentRequestSchema);
    if (!request.ok) return request;
    requests.push(request.value);
  }
  return { ok: true, value: { ...outer.value, requests } };
}
