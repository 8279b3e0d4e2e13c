/** The shape of `POST /api/v1/analyze`, checked: one clear sentence for the first thing that is wrong. */
import { z } from "zod";
import { findRule } from "../lint/rules/all-rules";
import type { Region } from "../offers/model";
import { RATIO_RANGE } from "../tokens/calibrate";
import type { MediaSizes } from "../tokens/measure-media";
import { type Checked, checkShape, type Refused } from "./check-shape";

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
}

const DEFAULT_REGION: Region = "intl";
const MAX_NAME = 200;
const MAX_POINTER = 500;
const MAX_RULES = 200;
const MAX_CALIBRATIONS = 100;
const MAX_SIZES = 1000;
/** Pixels a side, and seconds. */
const MAX_EXTENT = 100_000;

const RATIO = `A calibration must be a number from ${RATIO_RANGE.least} to ${RATIO_RANGE.most}.`;
const EXTENT = "A size must be { width, height, seconds? } with numbers above 0 and up to 100,000.";
const OFF = "`off` must be an array of rule ids.";

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
        code === "invalid_type" ? `\`${name}\` must be an object.` : `A key of \`${name}\` is too long.`,
    })
    .refine((record) => Object.keys(record).length <= most, `\`${name}\` holds more than ${most} entries.`);

const requestSchema = z.object({
  body: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown())], {
      error: "`body` must be the request body: an object with `messages`, or an array of messages.",
    })
    .optional(),
  text: z.string({ error: "`text` must be a string: the content of a prompt file." }).optional(),
  model: z
    .string({ error: "`model` must be a string." })
    .max(MAX_NAME, `\`model\` is longer than ${MAX_NAME} characters.`)
    .optional(),
  region: z
    .enum(["cn", "intl", "global", "eu", "us", "hk"], {
      error: "`region` must be one of cn, intl, global, eu, us, hk.",
    })
    .optional(),
  off: z
    .array(
      z.string(OFF).refine((id) => findRule(id) !== null, {
        error: "`off` names a rule that does not exist; the ids are those of the page /rules.",
      }),
      OFF,
    )
    .max(MAX_RULES, `\`off\` holds more than ${MAX_RULES} ids.`)
    .default([]),
  calibrations: bounded(
    "calibrations",
    z.number(RATIO).min(RATIO_RANGE.least, RATIO).max(RATIO_RANGE.most, RATIO),
    MAX_NAME,
    MAX_CALIBRATIONS,
  ).default({}),
  mediaSizes: bounded("mediaSizes", sizeSchema, MAX_POINTER, MAX_SIZES).default({}),
});

export const refuse = (message: string, pointer?: string): Refused => ({
  ok: false,
  error: { code: "invalid_request", message, ...(pointer === undefined ? {} : { pointer }) },
});

/** Checks `{ body | text, model?, region?, off?, calibrations?, mediaSizes? }`; the document itself is read later. */
export function checkAnalyzeRequest(input: unknown): Checked<AnalyzeRequest> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return refuse(
      'The request must be a JSON object: { "body": … or "text": … , "model"?: … , "region"?: … }.',
      "",
    );
  }
  const checked = checkShape(requestSchema, input, "invalid_request");
  if (!checked.ok) return checked;
  const { body, text, region, ...rest } = checked.value;
  const settings = { ...rest, region: region ?? DEFAULT_REGION, isRegionAssumed: region === undefined };
  if (body !== undefined && text !== undefined) {
    return refuse("The request holds both `body` and `text`; give one of the two.", "");
  }
  if (text !== undefined) return { ok: true, value: { ...settings, text, from: "text" } };
  if (body !== undefined)
    return { ok: true, value: { ...settings, text: JSON.stringify(body), from: "body" } };
  return refuse(
    "The request holds neither `body` nor `text`: give one of the two, or post a prompt with `messages` as it is.",
    "",
  );
}
