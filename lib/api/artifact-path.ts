/** The path of the analysed file, as a relative URI that a SARIF log can carry. */
import { type Failure, fail } from "../values/failure";
import { tell } from "../words/message";

const MAX_LENGTH = 1000;
const EXAMPLE = "prompts/agent.json";

export type ArtifactPath = { readonly ok: true; readonly uri: string } | Failure;

/**
 * A path as one writes it in a shell, e.g. `./prompts/my agent.json`, percent-encoded where a URI asks for it.
 * Refused in one sentence where it is empty, too long, absolute, has a scheme or a backslash, or leads upwards.
 */
export function writeArtifactUri(path: string): ArtifactPath {
  if (path.length > MAX_LENGTH) return fail(tell("api.pathTooLong", { most: MAX_LENGTH, example: EXAMPLE }));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\u0000-\u001f\u007f\\]|\p{Surrogate}/u.test(path)) return refuse("api.pathCharacters");
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return refuse("api.pathScheme");
  if (path.startsWith("/")) return refuse("api.pathSlash");
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.includes("..")) return refuse("api.pathUpwards");
  if (steps.length === 0 || path.endsWith("/")) return refuse("api.pathEmpty");
  return { ok: true, uri: steps.map(encodeURIComponent).join("/") };
}

type Problem =
  | "api.pathCharacters"
  | "api.pathScheme"
  | "api.pathSlash"
  | "api.pathUpwards"
  | "api.pathEmpty";

const refuse = (problem: Problem): ArtifactPath => fail(tell(problem, { example: EXAMPLE }));
