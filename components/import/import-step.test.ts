/** What is known of an import is shown while keys and ids are taken out, and only what is done can be opened. */
import { expect, it } from "vitest";
import type { ImportProgress } from "../../lib/import/import-job";
import type { Imported } from "../../lib/import/imported";
import { followProgress, type ImportStep, READING } from "./import-step";

const imported: Imported = {
  kind: "requests",
  title: "A session.",
  layout: null,
  usages: [],
  understood: [],
  dropped: [],
  redacted: [],
};

const follow = (...told: readonly ImportProgress[]): ImportStep => told.reduce(followProgress, READING);

const read: ImportProgress = { step: "read", name: "a.jsonl", done: 5, total: 10, found: null };
const seen: ImportProgress = { step: "seen", seen: { imported, requests: 7 } };

it("waits while the file is read and recognised", () => {
  expect(follow(read)).toEqual({ kind: "reading", progress: read });
  expect(follow(read, { step: "recognise" })).toEqual({ kind: "reading", progress: { step: "recognise" } });
});

it("shows what was seen, with nothing cleaned yet", () => {
  expect(follow(read, { step: "recognise" }, seen)).toEqual({
    kind: "preview",
    imported,
    pending: { requests: 7, done: 0, total: 7, removed: 0 },
  });
});

it("keeps what was seen while it counts what is cleaned", () => {
  expect(follow(seen, { step: "clean", done: 3, total: 7, removed: 40 })).toEqual({
    kind: "preview",
    imported,
    pending: { requests: 7, done: 3, total: 7, removed: 40 },
  });
});

it("goes on waiting where nothing was seen", () => {
  expect(follow(read, { step: "clean", done: 1, total: 2, removed: 0 })).toEqual(follow(read));
});
