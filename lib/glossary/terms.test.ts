/** The glossary is short, whole and in one voice. */
import { expect, it } from "vitest";
import { listReasonKinds, nameReason } from "../reasons/kinds";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { explainReason } from "./reason-terms";
import { findTerm, listTerms } from "./terms";

const all = [...listTerms(), ...listReasonKinds().map(explainReason)].map(({ name, says }) => ({
  name: ENGLISH.say(name),
  says: ENGLISH.say(says),
}));

it("says each term in one to three sentences that end, without shouting", () => {
  for (const { name, says } of all) {
    expect(says.match(/\.( |$)/g)?.length ?? 0, name).toBeGreaterThanOrEqual(1);
    expect(says.length, name).toBeLessThanOrEqual(240);
    expect(says, name).toMatch(/^[A-Z][^!]*\.$/);
  }
});

it("says each term in Chinese, with its full stop", () => {
  const chinese = createWords("zh", zh);
  for (const { id, name, says } of listTerms()) {
    expect(chinese.say(name), id).toMatch(/\p{Script=Han}/u);
    expect(chinese.say(says), id).toMatch(/。$/);
  }
  const names = listTerms().map(({ name }) => chinese.say(name));
  expect(new Set(names).size).toBe(names.length);
});

it("has one name for one thing", () => {
  const names = listTerms().map(({ name }) => ENGLISH.say(name));
  expect(new Set(names).size).toBe(names.length);
  const reasons = listReasonKinds().map((kind) => ENGLISH.say(nameReason(kind)));
  expect(new Set(reasons).size).toBe(reasons.length);
});

it("finds a term by its id, and a reason under the name it has everywhere", () => {
  expect(ENGLISH.say(findTerm("lookback").name)).toBe("look-back");
  expect(explainReason("first_write").name).toEqual(nameReason("first_write"));
});
