/** Knows the texts that are no JSON but can be imported: commands and links. */

const COMMAND = /(?:^|[\s;&|(>])curl(?:\.exe)?(?:\s|$)/;
const FRAGMENT = /(?:^|#)(v[1-9]\d{0,3}\.[\w-]*)$/;
const LINK = /^https?:\/\/\S+$/;

/** Whether a line calls curl. */
export const isCommandText = (line: string): boolean => line.includes("curl") && COMMAND.test(line);

/** What stands before a name is looked at behind it: names are rarer than what may stand before them. */
const POWERSHELL =
  /(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)(?<=(?:^|[\s|(;])(?:Invoke-\w{10}|irm|iwr))\s+[-@$"'h]/i;

/** Whether a text sends a request as PowerShell does. */
export const isPowerShellText = (text: string): boolean => POWERSHELL.test(text);

/** A single address, or the fragment of a link to a layout. */
export const isLinkText = (text: string): boolean => LINK.test(text.trim()) || fragmentOf(text) !== null;

/** What a link to a layout carries, e.g. `v1.…`; null where the text is none. */
export const fragmentOf = (text: string): string | null =>
  /\s/.test(text.trim()) ? null : (FRAGMENT.exec(text.trim())?.[1] ?? null);
