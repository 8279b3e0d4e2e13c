/** Names what was taken out, for its reader: a recording and a placeholder keep the English name. */
import { type Message, type Said, tell } from "../words/message";

const NAMES: ReadonlyMap<string, Message> = new Map([
  ["a session id", tell("redact.removedSession")],
  ["a user id", tell("redact.removedUser")],
  ["an account id", tell("redact.removedAccount")],
  ["a device id", tell("redact.removedDevice")],
  ["an organisation id", tell("redact.removedOrganisation")],
  ["a cache key", tell("redact.removedCacheKey")],
  ["an authorization header", tell("redact.removedAuthorization")],
  ["a cookie", tell("redact.removedCookie")],
  ["a key", tell("redact.removedKey")],
  ["a password", tell("redact.removedPassword")],
  ["a token", tell("redact.removedToken")],
  ["a secret", tell("redact.removedSecret")],
  ["a credential", tell("redact.removedCredential")],
  ["a private key", tell("redact.removedPrivateKey")],
  ["a bearer token", tell("redact.removedBearer")],
  ["an API key", tell("redact.removedApiKey")],
  ["an AWS access key id", tell("redact.removedAws")],
  ["an Alibaba Cloud access key id", tell("redact.removedAlibaba")],
  ["a GitHub token", tell("redact.removedGithub")],
  ["a JSON web token", tell("redact.removedJwt")],
  ["an access token", tell("redact.removedAccessToken")],
  ["a query value", tell("redact.removedQuery")],
  ["a user name", tell("redact.removedName")],
  ["an e-mail address", tell("redact.removedMail")],
  ["the user of a URL", tell("redact.removedUrlUser")],
  ["the fragment of a URL", tell("redact.removedFragment")],
  ["a value nested too deep", tell("redact.removedDeep")],
  ["a recording id", tell("redact.removedRecording")],
]);

/** @param name an item of `removed`; one that is not known, as an older recording may hold, stays as it is */
export function tellRemoved(name: string): Said {
  const [, header] = /^the (\S+) header$/.exec(name) ?? [];
  return header ? tell("redact.removedHeader", { name: header }) : (NAMES.get(name) ?? name);
}
