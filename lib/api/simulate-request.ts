/** The shape of `POST /api/v1/simulate`, checked: one clear sentence for the first thing that is wrong. */

import { z } from "zod";
import { CHANGES } from "../changing/changing-text";
import { findSystem, listSystemIds } from "../systems/systems";
import { isObject } from "../values/json";
import { tell, tellNames } from "../words/message";
import { type Checked, complain } from "./check-shape";
import { readingsSchema } from "./readings-shape";
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
  ttl: z.union([z.literal(300), z.literal(3600)], complain("api.ttlAsked")).optional(),
  automatic: z.boolean(complain("api.booleanAsked")).optional(),
};

const segmentSchema = z.object(
  {
    id: z.string(complain("api.stringAsked")),
    tokens: count("tokens"),
    blocks: count("blocks").default(1),
  },
  complain("api.objectAsked", { shape: '{ "id": …, "tokens": …, "blocks"?: … }' }),
);

const segmentRequestSchema = z
  .object({
    ...timing,
    tail: count("tokens").optional(),
    segments: z
      .array(segmentSchema, complain("api.segmentsAsked"))
      .max(MAX_SEGMENTS, complain("api.tooManySegments", { most: MAX_SEGMENTS })),
    markers: z.array(count("segments"), complain("api.segmentIndicesAsked")),
  })
  .superRefine(({ segments, markers }, context) => {
    markers.forEach((marker, order) => {
      if (marker < segments.length) return;
      context.addIssue({
        code: "custom",
        message: complain("api.segmentIndexAsked", { last: segments.length - 1 }),
        path: ["markers", order],
      });
    });
  });

const bodyRequestSchema = z.object({
  ...timing,
  body: bodySchema,
});

const regionSchema = z.enum(["cn", "intl", "global", "eu", "us", "hk"], {
  error: complain("api.choiceAsked", { choices: "cn, intl, global, eu, us, hk" }),
});

const PROBABILITY = complain("api.probabilityAsked");

const implicitSchema = z.union(
  [
    z.enum(["never", "always"]),
    z.object({
      probability: z.number(PROBABILITY).min(0, PROBABILITY).max(1, PROBABILITY),
      seed: z.int(complain("api.wholeNumberAsked")).default(0),
    }),
  ],
  complain("api.implicitAsked"),
);

const amount = z
  .number(complain("api.amountAsked"))
  .min(0, complain("api.amountFromZero"))
  .max(MAX_AMOUNT, complain("api.tooLarge"))
  .optional();

const priceSchema = z.object(
  {
    model: z.string(complain("api.stringAsked")),
    region: regionSchema,
    currency: z.enum(["USD", "CNY"], { error: complain("api.currencyAsked") }).optional(),
    maxInputTokens: count("tokens").nullable().optional(),
    input: amount,
    output: amount,
    outputThinking: amount,
    implicitRead: amount,
    create5m: amount,
    create1h: amount,
    read: amount,
  },
  complain("api.objectAsked", { shape: '{ "model": …, "region": …, "input"?: …, … }' }),
);

const outerSchema = z.object({
  model: z
    .string(complain("api.stringAsked"))
    .min(1, complain("api.notEmpty"))
    .max(200, complain("api.tooLong"))
    .optional(),
  system: z
    .string()
    .refine(
      (id) => findSystem(id) !== null,
      complain("api.choiceAsked", { choices: tellNames(listSystemIds()) }),
    )
    .optional(),
  region: regionSchema.optional(),
  implicit: implicitSchema.optional(),
  explain: z.boolean(complain("api.booleanAsked")).optional(),
  readings: readingsSchema("behind-place").optional(),
  changing: z
    .array(
      z.object(
        {
          words: z
            .string(complain("api.stringAsked"))
            .min(1, complain("api.notEmpty"))
            .max(MAX_WORDS, complain("api.tooLong")),
          change: z.enum(CHANGES, { error: complain("api.choiceAsked", { choices: tellNames(CHANGES) }) }),
        },
        complain("api.objectAsked", { shape: '{ "words": …, "change": … }' }),
      ),
      complain("api.changingAsked"),
    )
    .max(MAX_CHANGING, complain("api.tooManyTexts", { most: MAX_CHANGING }))
    .optional(),
  on: z.iso.date(complain("api.dayAsked", { example: "2026-11-21" })).optional(),
  prices: z
    .array(priceSchema, complain("api.pricesAsked"))
    .max(MAX_PRICES, complain("api.tooManyPrices", { most: MAX_PRICES }))
    .optional(),
  requests: z
    .array(z.unknown(), complain("api.requestsAsked"))
    .min(1, complain("api.noRequest"))
    .max(MAX_REQUESTS, complain("api.tooManyRequests", { most: MAX_REQUESTS })),
});

export type SegmentForm = z.infer<typeof segmentRequestSchema>;
export type BodyForm = z.infer<typeof bodyRequestSchema>;
export type SimulateRequest = Omit<z.infer<typeof outerSchema>, "requests"> & {
  readonly requests: readonly (SegmentForm | BodyForm)[];
};

/** Checks the outer shape and every request; bodies are only looked at by `parsePrompt` later. */
export function checkSimulateRequest(input: unknown): Checked<SimulateRequest> {
  if (!isObject(input))
    return refuse("", tell("api.jsonObjectAsked", { shape: '{ "model": …, "requests": [ … ] }' }));
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
