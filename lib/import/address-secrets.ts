/** Counts the secrets in an address; nothing of the address itself is kept. */
import { type Said, tell } from "../words/message";

const SECRET =
  /^(?:(?:x[-_])?api[-_]?key|key|(?:access|auth|id|refresh|session)?[-_]?token|secret|sig|signature|password|code|authorization)$/i;

/** Names of what is secret, one item each time; none where the address cannot be read. */
export function secretsOfUrl(url: string): readonly Said[] {
  const [, query = ""] = url.split("?", 2);
  const names = [...new URLSearchParams(query).keys()];
  const secrets = names
    .filter((name) => SECRET.test(name))
    .map((): Said => tell("importing.secretKeyInAddress"));
  return /^[a-z]+:\/\/[^/?#]*:[^/?#]*@/i.test(url)
    ? [...secrets, tell("importing.secretPasswordInAddress")]
    : secrets;
}
