/** The images and videos of a request with their sizes and tokens: from their data, from the user, or assumed. */
import type { Model } from "../offers/model";
import type { Part, Prompt } from "../prompt/prompt";
import type { MeasuredMedia } from "./measured";
import { readDataSize } from "./media-size";
import { imageTokens, type MediaSize, videoTokens } from "./media-tokens";

/** By part pointer: sizes the user gives. */
export type MediaSizes = Readonly<Record<string, MediaSize>>;

/** What stands for a size that is not known (assumption `media-size`). */
const ASSUMED_IMAGE: MediaSize = { width: 1024, height: 1024 };
const ASSUMED_VIDEO: Required<MediaSize> = { width: 1280, height: 720, seconds: 10 };

/** Longest part, in UTF-16 units, that is searched for a list of frames and a frame rate. */
const MAX_PARSED = 1_000_000;
const FPS_RANGE = { least: 0.1, most: 10 };

const isPositive = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value > 0;

/** A size as given, whole pixels; null where it is none. */
function checkSize(size: MediaSize | undefined): MediaSize | null {
  if (!size || !isPositive(size.width) || !isPositive(size.height)) return null;
  const pixels = { width: Math.max(1, Math.round(size.width)), height: Math.max(1, Math.round(size.height)) };
  return isPositive(size.seconds) ? { ...pixels, seconds: size.seconds } : pixels;
}

/** How a video part says its frames are taken. */
function readSampling(media: string): { readonly fps?: number; readonly frames?: number } {
  if (media.length > MAX_PARSED) return {};
  let value: unknown;
  try {
    value = JSON.parse(media);
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const { fps, video } = value as { readonly fps?: unknown; readonly video?: unknown };
  return {
    ...(isPositive(fps) ? { fps: Math.min(Math.max(fps, FPS_RANGE.least), FPS_RANGE.most) } : {}),
    ...(Array.isArray(video) && video.length > 0 ? { frames: video.length } : {}),
  };
}

function measurePart(
  { pointer, kind, media = "" }: Part,
  modelName: string,
  highResolution: boolean,
  given: MediaSize | undefined,
): MeasuredMedia[] {
  if (kind !== "image" && kind !== "video") return [];
  const own = checkSize(given);
  const read = own ? null : readDataSize(media);
  const sizeFrom = own ? "user" : read ? "data" : "assumed";
  const limits = /"(?:max|min|total)_pixels":/.test(media.slice(0, MAX_PARSED)) ? { isLimited: true } : {};
  const { width, height } = own ?? read ?? (kind === "image" ? ASSUMED_IMAGE : ASSUMED_VIDEO);
  if (kind === "image") {
    const tokens = imageTokens({ width, height }, modelName, highResolution);
    return [{ pointer, kind, width, height, seconds: null, tokens, sizeFrom, ...limits }];
  }
  const seconds = own?.seconds ?? ASSUMED_VIDEO.seconds;
  const tokens = videoTokens({ width, height }, { seconds, ...readSampling(media) }, modelName);
  return [{ pointer, kind, width, height, seconds, tokens, sizeFrom, ...limits }];
}

/** Every image and video of the request, in its order. A size from the user wins over that in the data. */
export function measureMedia(prompt: Prompt, model: Model | null, sizes: MediaSizes = {}): MeasuredMedia[] {
  const name = prompt.model ?? model?.model ?? "";
  return prompt.messages.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      measurePart(part, name, prompt.highResolutionImages ?? false, sizes[part.pointer]),
    ),
  );
}
