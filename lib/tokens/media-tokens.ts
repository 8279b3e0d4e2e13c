/** How many tokens images and videos take, by the documented formula: the square cells left after resizing. */

// Source of every figure here: https://www.alibabacloud.com/help/en/model-studio/vision (2025-11-12).

/** Pixels of the picture as it is sent. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Size of an image or, with its length in seconds, of a video. */
export interface MediaSize extends PixelSize {
  readonly seconds?: number;
}

/** How the frames of a video are taken; either how many there are, or how long it runs and how often one is taken. */
export interface Sampling {
  readonly seconds: number;
  /** Frames a second; 2 unless given. */
  readonly fps?: number;
  /** Number of frames where the request lists them itself. */
  readonly frames?: number;
}

interface CellLimits {
  /** Side of a cell in pixels; a cell becomes one token. */
  readonly cell: number;
  readonly imageCells: number;
  readonly frameCells: number;
  readonly videoCells: number;
  readonly frames: number;
}

/** Qwen3-VL, Qwen3.5 and later. The video figures are those of qwen3-vl-plus. */
const LATER: CellLimits = { cell: 32, imageCells: 2560, frameCells: 640, videoCells: 131_072, frames: 2000 };
const EARLIER: CellLimits = { cell: 28, imageCells: 1280, frameCells: 768, videoCells: 65_536, frames: 512 };

const MINIMUM_CELLS = 4;
const HIGH_RESOLUTION_CELLS = 16_384;
/** The tokens that open and close a picture. */
const START_AND_END = 2;
const DEFAULT_FPS = 2;
const MINIMUM_FRAMES = 4;
/** Two frames share one step in time. */
const FRAMES_PER_STEP = 2;

/** Models with cells of 28 pixels; three snapshots of 2025 already have the larger ones. */
const EARLIER_NAMES = /^(qwen-vl-(max|plus)(?!-2025-(07-10|08-13|08-15))|qwen2(\.5)?-vl|qvq)/;

const limitsOf = (modelName: string): CellLimits => (EARLIER_NAMES.test(modelName) ? EARLIER : LATER);

/** To the nearest whole number, halves to the even one, as the published code rounds. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function countCells({ width, height }: PixelSize, cell: number, maximum: number, fewest: 0 | 1): number {
  const columns = Math.max(fewest, roundHalfToEven(width / cell));
  const rows = Math.max(fewest, roundHalfToEven(height / cell));
  const area = (width * height) / (cell * cell);
  if (columns * rows > maximum) {
    const shrink = Math.sqrt(area / maximum);
    const shorten = (side: number): number => Math.max(1, Math.floor(side / shrink / cell));
    return Math.min(maximum, shorten(width) * shorten(height));
  }
  if (columns * rows < MINIMUM_CELLS) {
    const grow = Math.sqrt(MINIMUM_CELLS / area);
    return Math.min(maximum, Math.ceil((width * grow) / cell) * Math.ceil((height * grow) / cell));
  }
  return columns * rows;
}

/**
 * Tokens of one image, its start and end included.
 * @param highResolution `vl_high_resolution_images`, which raises the maximum
 */
export function imageTokens(size: PixelSize, modelName: string, highResolution = false): number {
  const { cell, imageCells } = limitsOf(modelName);
  return countCells(size, cell, highResolution ? HIGH_RESOLUTION_CELLS : imageCells, 0) + START_AND_END;
}

/** Tokens of one video, its start and end included: an estimate, since the real frame times are not known here. */
export function videoTokens(size: PixelSize, sampling: Sampling, modelName: string): number {
  const limits = limitsOf(modelName);
  const sampled = Math.max(MINIMUM_FRAMES, Math.floor(sampling.seconds * (sampling.fps ?? DEFAULT_FPS)));
  const frames = Math.min(limits.frames, Math.max(1, sampling.frames ?? sampled));
  const share = (limits.videoCells / frames) * FRAMES_PER_STEP;
  const cells = countCells(size, limits.cell, Math.floor(Math.min(limits.frameCells, share)), 1);
  return Math.ceil(frames / FRAMES_PER_STEP) * cells + START_AND_END;
}
