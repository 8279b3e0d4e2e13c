/** Reads what a PowerShell script sends: by its own commands, with the values it gives to variables before. */
import { fieldsOf, isObject } from "../values/json";
import { type Said, tell } from "../words/message";
import { openPowerShell, type PowerShellReader } from "./powershell-value";
import { type CurlCommand, isSessionHeader, readCurl } from "./read-curl";

const GIVES = /[ \t]*(?:\[[\w.[\]]+\][ \t]*)?\$(\w+)[ \t]*=(?!=)/y;
/** In Windows' own PowerShell curl is another name of the second one. */
const COMMAND = /(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr|curl(?=[^\n]*\s-(?:Uri|Body|Headers)\s))\b/iy;
const CURL = /curl(?:\.exe)?(?=\s)/iy;
const SECRET = /^(?:authorization|proxy-authorization|cookie|x-api-key|api-key)$/i;

/** A parameter's name by its beginning, as PowerShell takes it. */
const isNamed = (name: string, whole: string): boolean => name !== "" && whole.startsWith(name.toLowerCase());

function readSecrets(headers: unknown): { readonly secrets: readonly Said[]; readonly key: string | null } {
  const named = Object.entries(fieldsOf(headers) ?? {}).filter(([name]) => SECRET.test(name));
  const [, key] = named.find(([name]) => /^(?:authorization|x-api-key|api-key)$/i.test(name)) ?? [];
  return {
    secrets: named.map(([name]) => tell("importing.secretHeader", { name: name.toLowerCase() })),
    key: typeof key === "string" ? key.replace(/^Bearer\s+/i, "") : null,
  };
}

interface Parameters {
  url?: unknown;
  body?: unknown;
  headers?: unknown;
  file?: unknown;
}

function takeParameter(given: Parameters, name: string, value: unknown): void {
  if (isNamed(name, "uri")) given.url = value;
  else if (isNamed(name, "body")) given.body = value;
  else if (isNamed(name, "headers")) given.headers = value;
  else if (isNamed(name, "infile")) given.file = value;
}

function writeCommand({ url, body, headers, file }: Parameters): CurlCommand {
  const text = isObject(body) || Array.isArray(body) ? JSON.stringify(body) : body;
  return {
    url: typeof url === "string" ? url : null,
    body: typeof text === "string" ? text : null,
    files: typeof file === "string" ? [file] : [],
    asksForSession:
      isObject(headers) &&
      Object.entries(headers).some(([name, value]) => isSessionHeader(`${name}: ${value}`)),
    ...readSecrets(headers),
  };
}

/** Parameters up to the end of the line, or a pipe. */
function readParameters(
  text: string,
  reader: PowerShellReader,
  variables: ReadonlyMap<string, unknown>,
): Parameters {
  const given: Parameters = {};
  while (reader.at < text.length) {
    reader.skipBlanks(false);
    if (/[\n;|)}]/.test(text[reader.at] ?? "\n")) break;
    const before = reader.at;
    const named = /-([A-Za-z]+):?/y;
    const splat = /@(\w+)/y;
    named.lastIndex = before;
    splat.lastIndex = before;
    const parameter = named.exec(text);
    const spread = splat.exec(text);
    if (spread) {
      reader.at = splat.lastIndex;
      const fields = fieldsOf(variables.get((spread[1] ?? "").toLowerCase())) ?? {};
      for (const [name, value] of Object.entries(fields)) takeParameter(given, name, value);
    } else if (parameter) {
      reader.at = named.lastIndex;
      reader.skipBlanks(false);
      // A switch is followed by the next parameter, or by nothing.
      if (!/[-\n;|]/.test(text[reader.at] ?? "\n"))
        takeParameter(given, parameter[1] ?? "", reader.readValue());
    } else given.url ??= reader.readValue();
    if (reader.at === before) reader.at++;
  }
  return given;
}

/** The words of a program's call, up to the end of the line. */
function readWords(text: string, reader: PowerShellReader): string[] {
  const words: string[] = [];
  while (reader.at < text.length) {
    reader.skipBlanks(false);
    if (/[\n;|]/.test(text[reader.at] ?? "\n")) break;
    const before = reader.at;
    const value = reader.readValue(1);
    words.push(typeof value === "string" ? value : JSON.stringify(value ?? ""));
    if (reader.at === before) reader.at++;
  }
  return words;
}

/** All commands of the script that send something, in its order. Never throws, and runs nothing. */
export function readPowerShell(written: string): readonly CurlCommand[] {
  const text = written.replaceAll("\r\n", "\n");
  const variables = new Map<string, unknown>();
  const commands: CurlCommand[] = [];
  let isLineStart = true;
  for (let at = 0; at < text.length; ) {
    const matchAt = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    };
    const gives = isLineStart ? matchAt(GIVES) : null;
    const isWord = at === 0 || /[\s(;|=]/.test(text[at - 1] ?? "");
    const command = isWord ? matchAt(COMMAND) : null;
    const curl = isWord && !command ? matchAt(CURL) : null;
    isLineStart = false;
    if (gives) {
      const reader = openPowerShell(text, at + gives[0].length, variables);
      reader.skipBlanks(false);
      // What a command answers is no value that is known here.
      const isCommand = /^(?:Invoke-|irm\b|iwr\b|curl)/i.test(text.slice(reader.at, reader.at + 20));
      if (isCommand) at = reader.at;
      else {
        variables.set((gives[1] ?? "").toLowerCase(), reader.readValue());
        at = Math.max(reader.at, at + 1);
      }
    } else if (command ?? curl) {
      const reader = openPowerShell(text, at + ((command ?? curl)?.[0].length ?? 0), variables);
      if (command) commands.push(writeCommand(readParameters(text, reader, variables)));
      else commands.push(readCurl(["curl", ...readWords(text, reader)]));
      at = reader.at;
    } else {
      isLineStart = text[at] === "\n" || text[at] === ";";
      at++;
    }
  }
  return commands;
}
