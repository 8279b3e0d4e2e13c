/** Knows the texts that are no JSON but can be imported: commands and links. */

const COMMAND = /(?:^|[\s;&|(>])curl(?:\.exe)?(?:\s|$)/;
const FRAGMENT = /(?:^|#)(v[1-9]\d{0,3}\.[\w-]*)$/;
const LINK = /^https?:\/\/\S+$/;

/** Whether a line calls curl. */
export const isCommandText = (line: string): boolean => COMMAND.test(line);

const POWERSHELL = /(?:^|[\s|(;])(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\s+[-@$"'h]/i;

/** Whether a text sends a request as PowerShell does. */
export const isPowerShellText = (text: string): boolean => POWERSHELL.test(text);

/** A single address, or the fragment of a link to a layout. */
export const isLinkText = (text: string): boolean => LINK.test(text.trim()) || fragmentOf(text) !== null;

/** What a link to a layout carries, e.g. `v1.…`; null where the text is none. */
export const fragmentOf = (text: string): string | null =>
  /\s/.test(text.trim()) ? null : (FRAGMENT.exec(text.trim())?.[1] ?? null);
