/** The shapes of allowed-hosts.mjs, which is loaded before anything could translate it. */

export function createHostCheck(settings: {
  readonly listen?: string;
  readonly hosts?: string;
}): (host: string | undefined) => boolean;

export function refuseHost(headers: { readonly accept?: string; readonly "accept-language"?: string }): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
};
