/** The shape of `POST /api/v1/analyze`, checked: one clear sentence for the first thing that is wrong. */

import { z } from "zod";
import { findRule } from "../lint/rules/all-rules";
import type { Region } from "../offers/model";
import type { Readings } from "../offers/readings";
import { RATIO_RANGE } from "../tokens/calibrate";
import type { MediaSizes } from "../tokens/measure-media";
import { type Said, tell } from "../words/message";
import { type Checked, checkShape, complain, type Refused } from "./check-shape";
import { readingsSchema } from "./readings-shape";

export interface AnalyzeRequest {
  /** What is analysed: the text itself, or `JSON.stringify` of the body. */
  readonly text: string;
  readonly from: "body" | "text";
  /** Used where the document names no model. */
  readonly model?: string | undefined;
  /** Where none is given, the one whose prices count; no cache is denied because of it. */
  readonly region: Region;
  readonly isRegionAssumed: boolean;
  readonly off: readonly string[];
  readonly calibrations: Readonly<Record<string, number>>;
  readonly mediaSizes: MediaSizes;
  /** What is played where the documentation leaves it open; empty = what is assumed. */
  readonly readings: Readings;
}

const DEFAULT_REGION: Region = "intl";
const MAX_NAME = 200;
const MAX_POINTER = 500;
const MAX_RULES = 200;
const MAX_CALIBRATIONS = 100;
const MAX_SIZES = 1000;
/** Pixels a side, and seconds. */
const MAX_EXTENT = 100_000;

const RATIO = complain("api.calibrationAsked", RATIO_RANGE);
const EXTENT = complain("api.sizeAsked", { shape: "{ width, height, seconds? }", most: MAX_EXTENT });
const OFF = complain("api.offAsked");

const extent = z.number(EXTENT).positive(EXTENT).max(MAX_EXTENT, EXTENT);
const sizeSchema = z
  .object({ width: extent, height: extent, seconds: extent.optional() }, EXTENT)
  .transform(({ width, height, seconds }) =>
    seconds === undefined ? { width, height } : { width, height, seconds },
  );

/** A record with bounded keys and at most so many of them. */
const bounded = <T extends z.ZodType>(name: string, value: T, keyLength: number, most: number) =>
  z
    .record(z.string().max(keyLength), value, {
      error: ({ code }) =>
        complain(code === "invalid_type" ? "api.fieldObject" : "api.fieldKeyTooLong", { name }),
    })
    .refine((record) => Object.keys(record).length <= most, complain("api.fieldTooMany", { name, most }));

const requestSchema = z.object({
  body: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown())], {
      error: complain("api.analyzeBody"),
    })
    .optional(),
  text: z.string({ error: complain("api.analyzeText") }).optional(),
  model: z
    .string({ error: complain("api.analyzeModel") })
    .max(MAX_NAME, complain("api.analyzeModelTooLong", { most: MAX_NAME }))
    .optional(),
  region: z
    .enum(["cn", "intl", "global", "eu", "us", "hk"], {
      error: complain("api.analyzeRegion", { choices: "cn, intl, global, eu, us, hk" }),
    })
    .optional(),
  off: z
    .array(
      z.string(OFF).refine((id) => findRule(id) !== null, {
        error: complain("api.offUnknown"),
      }),
      OFF,
    )
    .max(MAX_RULES, complain("api.offTooMany", { most: MAX_RULES }))
    .default([]),
  calibrations: bounded(
    "calibrations",
    z.number(RATIO).min(RATIO_RANGE.least, RATIO).max(RATIO_RANGE.most, RATIO),
    MAX_NAME,
    MAX_CALIBRATIONS,
  ).default({}),
  readings: readingsSchema("sentence").default({}),
  mediaSizes: bounded("mediaSizes", sizeSchema, MAX_POINTER, MAX_SIZES).default({}),
});

export const refuse = (message: Said, pointer?: string): Refused => ({
  ok: false,
  error: { code: "invalid_request", message, ...(pointer === undefined ? {} : { pointer }) },
});

/** Checks `{ body | text, model?, region?, off?, calibrations?, mediaSizes?, readings? }`; the document itself is read later. */
export function checkAnalyzeRequest(input: unknown): Checked<AnalyzeRequest> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return refuse(
      tell("api.analyzeShape", { shape: '{ "body": … or "text": … , "model"?: … , "region"?: … }' }),
      "",
    );
  }
  const checked = checkShape(requestSchema, input, "invalid_request");
  if (!checked.ok) return checked;
  const { body, text, region, ...rest } = checked.value;
  const settings = { ...rest, region: region ?? DEFAULT_REGION, isRegionAssumed: region === undefined };
  if (body !== undefined && text !== undefined) {
    return refuse(tell("api.bodyAndText"), "");
  }
  if (text !== undefined) return { ok: true, value: { ...settings, text, from: "text" } };
  if (body !== undefined)
    return { ok: true, value: { ...settings, text: JSON.stringify(body), from: "body" } };
  return refuse(tell("api.noBodyNorText"), "");
}
