/** The short links of this very server: made at the first request, from its environment and its store. */
import { randomBytes } from "node:crypto";
import { type Environment, openOrClose } from "../environment";
import { openStore } from "../storage/open-store";
import { createShortLinkRoutes, type ShortLinkRoutes } from "./answer-short-links";
import { readShortLinkSettings } from "./settings";
import { createShortLinks } from "./short-links";

/** Where a setting is wrong, every route answers 503 with the sentence. */
const openRoutes = (env: Environment): ShortLinkRoutes =>
  openOrClose(
    () => {
      const settings = readShortLinkSettings(env);
      const open = async () =>
        createShortLinks({ store: await openStore(), now: Date.now, random: randomBytes, settings });
      return createShortLinkRoutes({ open, settings, now: Date.now });
    },
    (answer) => ({ create: answer, read: answer, remove: answer }),
  );

let own: ShortLinkRoutes | null = null;

/** This server's short links. */
export function ownShortLinks(): ShortLinkRoutes {
  own ??= openRoutes(process.env);
  return own;
}
