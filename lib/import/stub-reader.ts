/** Stands in for the reader of imports until that is there. */
import type { Alias } from "../redact/redaction";
import type { Imported, ImportOutcome } from "./imported";

export function createImportReader(_options: { alias: Alias }) {
  let text = "";
  let length = 0;
  return {
    startFile(_name: string): void {},
    push(piece: string): void {
      length += piece.length;
      if (length < 1e6) text += piece;
      // Stands for the work.
      let sum = 0;
      for (let index = 0; index < piece.length; index++)
        sum += JSON.stringify(piece.charCodeAt(index)).length;
      if (sum < 0) throw new Error();
    },
    async end(): Promise<ImportOutcome> {
      const empty: Imported = {
        kind: "requests",
        title: "Requests.",
        layout: null,
        usages: [],
        understood: [],
        dropped: [],
        redacted: [],
      };
      const body = (question: string): string =>
        JSON.stringify({ model: "qwen3.7-max", messages: [{ role: "user", content: question }] }, null, 2);
      const play = (first: string, ...questions: string[]): Imported["layout"] => ({
        text: body(first),
        region: "intl",
        model: "qwen3.7-max",
        scenario: {
          name: "Recorded",
          duration: 3,
          reply: "",
          turns: questions.map((question) => ({
            mode: "body",
            gap: 20,
            user: "",
            reply: "",
            body: body(question),
          })),
        },
      });
      const told = { model: "qwen3.7-max", conversation: null, usage: null };
      if (text.startsWith("curl")) {
        return {
          ok: true,
          imported: {
            ...empty,
            kind: "curl",
            title: "A curl command to Model Studio, International (Singapore).",
            layout: play("Why is the sky blue?"),
            understood: ["The body is of the OpenAI dialect."],
            redacted: ["authorization header"],
          },
        };
      }
      try {
        const value = JSON.parse(text) as Record<string, unknown>;
        if (value.log) {
          return {
            ok: true,
            imported: {
              ...empty,
              kind: "har",
              title: "A HAR file with 3 requests to Model Studio, from 09:00 to 09:01 (UTC).",
              layout: play("First question", "Second", "Third"),
              usages: [0, 40, 80].map((at, index) => ({ ...told, place: `Entry ${index + 1}`, at })),
              understood: ["3 requests were taken, in order of time.", "The region is that of the host."],
              dropped: [
                "Entry 4 (https://example.com/a-rather-long-address/of-a-script.js) is no request to a model: left out.",
              ],
              redacted: ["authorization header (3 times)"],
            },
          };
        }
        if (value.prompt_tokens) {
          return {
            ok: true,
            imported: {
              ...empty,
              kind: "usage",
              title: "A usage.",
              usages: [{ ...told, place: "Item 1", at: null }],
            },
          };
        }
        return { ok: true, imported: { ...empty, layout: play("What comes in its place") } };
      } catch {
        if (text.split("\n").length === 3)
          return {
            ok: true,
            imported: {
              ...empty,
              layout: play("First question", "Second question"),
              dropped: ["Line 2 is not JSON: left out."],
            },
          };
        return { ok: false, reason: "This is neither a request nor a recorded session: paste it whole." };
      }
    },
  };
}
