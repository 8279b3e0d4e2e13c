/** What the operator sets about the serving process itself; the routes read their own settings. */

/** From nothing but sentences about faults to a line for every request; see docs/deploy.md. */
export const LOG_LEVELS = ["plain", "faults", "refused", "requests"];

const END_SECONDS = 30;
const MOST_END_SECONDS = 3600;

/** The level of PLAYGROUND_LOG. Throws one sentence where it is none. */
export function readLogLevel({ PLAYGROUND_LOG } = process.env) {
  const level = PLAYGROUND_LOG?.trim() || "plain";
  if (LOG_LEVELS.includes(level)) return level;
  throw new Error(`PLAYGROUND_LOG must be one of ${LOG_LEVELS.join(", ")}.`);
}

/** Seconds that answers under way have when the server is told to end. Throws one sentence where that is no number. */
export function readEndSeconds({ PLAYGROUND_END_SECONDS } = process.env) {
  const text = PLAYGROUND_END_SECONDS?.trim();
  if (!text) return END_SECONDS;
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= MOST_END_SECONDS) return Number(text);
  throw new Error(`PLAYGROUND_END_SECONDS must be a whole number from 1 to ${MOST_END_SECONDS}.`);
}
