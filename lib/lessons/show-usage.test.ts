/** The usage that is shown adds up to the request, in both dialects, and is what the page's own decoder reads. */
import { expect, it } from "vitest";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { clock } from "./ladder/clock";
import { readAUsage } from "./ladder/read-a-usage";
import { scoreScene } from "./play-lesson";
import { playWith } from "./scene-text";
import { showUsage } from "./show-usage";

const open = createDocumentOpener(loadTestCounters());
const rows = scoreScene(readAUsage.scene, open).timeline.turns.map(({ ledger }) => ledger);

it("writes what the ledger says, in the fields of each dialect", () => {
  for (const row of rows) {
    const { openai, anthropic } = showUsage(row);
    const one = JSON.parse(openai);
    expect(one.prompt_tokens).toBe(row.prompt);
    expect(one.total_tokens).toBe(row.prompt + row.completion);
    expect(one.prompt_tokens_details).toMatchObject({
      cached_tokens: row.read,
      cache_creation_input_tokens: row.written,
      cache_type: "ephemeral",
    });
    const other = JSON.parse(anthropic);
    expect(other.input_tokens + other.cache_creation_input_tokens + other.cache_read_input_tokens).toBe(
      row.prompt,
    );
    expect(other.output_tokens).toBe(row.completion);
  }
});

it("says nothing of writes where no marker asks for them", () => {
  const text = clock.scene.text.replace(/,\s*"cache_control": \{ "type": "ephemeral" \}/, "");
  const { timeline } = scoreScene({ text, settings: playWith(null) }, open);
  const row = timeline.turns[0]?.ledger;
  expect(row && JSON.parse(showUsage(row).openai).prompt_tokens_details).toEqual({ cached_tokens: 0 });
});
