/** A spreadsheet reads back what was written, and never runs it. */
import { expect, it } from "vitest";
import type { LedgerRow } from "../bill/ledger";
import { ENGLISH } from "../words/plain-words";
import { writeCsv } from "./write-csv";

const ledger: LedgerRow = {
  prompt: 8747,
  read: 0,
  written: 8739,
  uncached: 8,
  completion: 127,
  cost: 0.02828,
  costWithoutCache: null,
  lines: [],
  currency: "USD",
  system: "model-studio-explicit",
  life: 300,
  reasons: [{ code: "first_write", message: "Wrote." }],
};

it("writes a line for each request under the names of the columns", () => {
  const lines = writeCsv([{ at: 0, model: "qwen3.7-max", label: "request", ledger }], "USD", ENGLISH).split(
    "\r\n",
  );
  expect(lines[0]).toMatch(/^request,at_s,label,model,prompt_tokens,read_tokens/);
  expect(lines[1]).toBe("1,0,request,qwen3.7-max,8747,0,8739,8,127,0.02828,,USD,first_write");
  expect(lines[2]).toBe("");
});

it("says what is played otherwise than documented in a column of its own", () => {
  const requests = [{ at: 0, model: "qwen3.7-max", label: "request", ledger }];
  const lines = writeCsv(requests, "USD", ENGLISH, "life=hour").split("\r\n");
  expect(lines[0]).toMatch(/,reasons,readings$/);
  expect(lines[1]).toMatch(/,first_write,life=hour$/);
});

it.each([
  ['say "hi", then', '"say ""hi"", then"'],
  ["two\nlines", '"two\nlines"'],
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["@me", "'@me"],
])("writes the label %j as %j", (label, written) => {
  expect(writeCsv([{ at: 1.5, model: "m", label, ledger }], "USD", ENGLISH)).toContain(`1,1.5,${written},m,`);
});
