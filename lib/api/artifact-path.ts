/** The path of the analysed file, as a relative URI that a SARIF log can carry. */
import { type Failure, fail } from "../values/failure";

const MAX_LENGTH = 1000;

export type ArtifactPath = { readonly ok: true; readonly uri: string } | Failure;

/**
 * A path as one writes it in a shell, e.g. `./prompts/my agent.json`, percent-encoded where a URI asks for it.
 * Refused in one sentence where it is empty, too long, absolute, has a scheme or a backslash, or leads upwards.
 */
export function writeArtifactUri(path: string): ArtifactPath {
  if (path.length > MAX_LENGTH) return refuse(`is longer than ${MAX_LENGTH} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\u0000-\u001f\u007f\\]|\p{Surrogate}/u.test(path))
    return refuse("holds a backslash or a control character");
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return refuse("begins with a scheme or a drive");
  if (path.startsWith("/")) return refuse("begins with a slash");
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.includes("..")) return refuse("leads out of its folder");
  if (steps.length === 0 || path.endsWith("/")) return refuse("names no file");
  return { ok: true, uri: steps.map(encodeURIComponent).join("/") };
}

function refuse(problem: string): ArtifactPath {
  return fail(`path ${problem}; give a relative one, such as prompts/agent.json.`);
}
