/** Writes a preset's request as JSON text: one part or one message a line, as a person would. */

const json = (value: unknown): string => JSON.stringify(value);

/** A message whose one text part carries a marker. */
export const markedMessage = (role: string, text: string): string =>
  [
    "    {",
    `      "role": ${json(role)},`,
    '      "content": [',
    "        {",
    '          "type": "text",',
    `          "text": ${json(text)},`,
    '          "cache_control": { "type": "ephemeral" }',
    "        }",
    "      ]",
    "    }",
  ].join("\n");

/** A message with string content. */
export const plainMessage = (role: string, text: string): string =>
  ["    {", `      "role": ${json(role)},`, `      "content": ${json(text)}`, "    }"].join("\n");

export interface RequestLines {
  readonly model: string;
  /** Written last where present. */
  readonly thinking?: boolean;
  readonly tools?: readonly unknown[];
  readonly messages: readonly string[];
}

export function writeRequest({ model, thinking, tools, messages }: RequestLines): string {
  const lines = [`  "model": ${json(model)}`];
  if (tools) {
    const written = tools.map((tool) => JSON.stringify(tool, null, 2).replace(/^/gm, "    "));
    lines.push(`  "tools": [\n${written.join(",\n")}\n  ]`);
  }
  lines.push(`  "messages": [\n${messages.join(",\n")}\n  ]`);
  if (thinking !== undefined) lines.push(`  "enable_thinking": ${thinking}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
