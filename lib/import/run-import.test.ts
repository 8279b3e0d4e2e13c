/** Files and texts reach the reader whole, whatever they are packed in; what cannot be read is a sentence. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import type { ImportItem, ImportProgress } from "./import-job";
import { runImport } from "./run-import";
import { streamText, UnreadableFile } from "./stream-text";

async function readAll(items: readonly ImportItem[]) {
  const files: { name: string; text: string }[] = [];
  const progress: ImportProgress[] = [];
  const outcome = await runImport(
    items,
    {
      startFile: (name) => files.push({ name: ENGLISH.say(name), text: "" }),
      push: (text) => {
        const file = files.at(-1);
        if (file) file.text += text;
      },
      found: () => ({ kind: "requests", count: files.length }),
      end: async () => ({ ok: false, reason: "read to its end" }),
    },
    (told) => progress.push(told),
  );
  return { files, progress, reason: outcome.ok ? "" : ENGLISH.say(outcome.reason) };
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe("an import's items", () => {
  it("arrive whole and in order, files and texts", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 4 }),
        async (texts) => {
          const items = texts.flatMap((text, index) => [
            { name: `${index}.json`, content: new Blob([text]) },
            { name: `${index}`, content: text },
          ]);
          const { files, reason } = await readAll(items);
          expect(reason).toBe("read to its end");
          expect(files.map(({ text }) => text)).toEqual(texts.flatMap((text) => [text, text]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("tell how far they are, up to the whole", async () => {
    const long = "x".repeat(2_500_000);
    const { progress } = await readAll([
      { name: "a.json", content: new Blob([long]) },
      { name: "pasted", content: long },
    ]);
    const reads = progress.filter((told) => told.step === "read");
    const steps = reads.map(({ done }) => done);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(reads.at(-1)).toEqual({
      step: "read",
      name: "pasted",
      done: 5_000_000,
      total: 5_000_000,
      found: { kind: "requests", count: 2 },
    });
    expect(progress.at(-1)).toEqual({ step: "recognise" });
    expect(new Set(reads.map(({ name }) => name))).toEqual(new Set(["a.json", "pasted"]));
  });

  it("are unpacked where they are gzip, whatever their name", async () => {
    const text = '{"é": "漢字"}\n'.repeat(20_000);
    const { files } = await readAll([{ name: "session", content: new Blob([await pack(encode(text))]) }]);
    expect(files[0]?.text === text).toBe(true);
  });

  it("are decoded by their byte order mark", async () => {
    const littleEndian = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
    const bigEndian = new Uint8Array([0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d]);
    const { files } = await readAll(
      [littleEndian, bigEndian, encode("\uFEFF{}")].map((bytes, index) => ({
        name: `${index}`,
        content: new Blob([bytes]),
      })),
    );
    expect(files.map(({ text }) => text)).toEqual(["{}", "{}", "{}"]);
  });
});

describe("what cannot be read", () => {
  it("is named: gzip that is cut off", async () => {
    // Noise does not shrink, so that the cut is in the middle of the data.
    const packed = await pack(Uint8Array.from({ length: 50_000 }, (_, index) => (index * index * 31) >> 3));
    const content = new Blob([packed.slice(0, packed.length / 2)]);
    const { reason } = await readAll([{ name: "cut.jsonl.gz", content }]);
    expect(reason).toMatch(/^cut\.jsonl\.gz is cut off or not a complete gzip file/);
  });

  it("is named: gzip that unpacks to too much", async () => {
    const packed = new Blob([await pack(new Uint8Array(3_000_000))]);
    const read = async (): Promise<number> => {
      let length = 0;
      for await (const piece of streamText(packed, "bomb.gz", () => undefined, 1_000_000))
        length += piece.length;
      return length;
    };
    const refused = await read().catch((error: unknown) => error);
    if (!(refused instanceof UnreadableFile)) throw refused;
    expect(ENGLISH.say(refused.said)).toContain("bomb.gz unpacks to more than 1 MB");
  });

  it("is named: a file that is gone", async () => {
    class Gone extends Blob {
      override slice(): Blob {
        throw new Error("gone");
      }
    }
    const { reason } = await readAll([{ name: "gone.har", content: new Gone(["{}"]) }]);
    expect(reason).toMatch(/^gone\.har could not be read: choose it again/);
  });
});
