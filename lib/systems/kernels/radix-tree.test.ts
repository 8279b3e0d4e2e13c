/** The tree finds, splits and drops as SGLang's does: its documented examples, and a naive tree of single tokens on random prompts. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { conversations, listTokens, readShort } from "../fixtures/play-segments";
import { openPaths, tracePrompt } from "./prompt-paths";
import { openTree, visitTree } from "./radix-tree";

function playTree(prompts: readonly string[], capacity: number, page: number) {
  const tree = openTree(capacity, page);
  const paths = openPaths();
  const visits = readShort(prompts.map((prompt) => [0, prompt])).map((request) =>
    visitTree(tree, paths, tracePrompt(paths, request).stretches, request.prompt),
  );
  return { tree, found: visits.map(({ found }) => found), evicted: visits.map(({ evicted }) => evicted) };
}

it("holds the twelve tokens of the documented example", () => {
  const prompts = [
    "1:1 2:1 3:1",
    "1:1 2:1 3:1",
    "1:1 2:1 4:1 5:1",
    "1:1 2:1 4:1 5:1 6:1 7:1",
    "8:1 9:1 10:1 11:1 12:1",
  ];
  expect(playTree(prompts, 1000, 1).tree.held).toBe(12);
  expect(playTree([...prompts, "1:1 2:1 3:1 13:1 14:1"], 1000, 1).found.at(-1)).toBe(3);
});

it("drops the oldest leaf and keeps the shared start", () => {
  const prompts = ["s:3 x:2", "s:3 y:2", "z:4"];
  const { tree, evicted } = playTree(prompts, 10, 1);
  expect(tree.held).toBe(9);
  expect(evicted).toEqual([0, 0, 2]);
  expect(playTree([...prompts, "s:3 x:2"], 10, 1).found.at(-1)).toBe(3);
  expect(playTree([...prompts, "s:3 y:2 w:1"], 10, 1).found.at(-1)).toBe(5);
});

it("counts the rest of a split node as used", () => {
  expect(playTree(["a:4 b:3", "c:4", "a:4 d:3", "a:4 b:3 e:1"], 13, 1).found).toEqual([0, 0, 4, 7]);
});

interface NaiveNode {
  tokens: string[];
  parent: NaiveNode | null;
  children: NaiveNode[];
  used: number;
}

/** Nodes that hold their tokens; the leaf to go is found by looking at all of them. */
function createNaiveTree(capacity: number, page: number) {
  const root: NaiveNode = { tokens: [], parent: null, children: [], used: 0 };
  const most = Math.floor(capacity / page) * page;
  let clock = 0;
  const listAll = (node: NaiveNode): NaiveNode[] => [node, ...node.children.flatMap(listAll)];
  const countHeld = () => listAll(root).reduce((sum, { tokens }) => sum + tokens.length, 0);

  function walk(tokens: readonly string[]): { node: NaiveNode; length: number } {
    const whole = tokens.slice(0, Math.floor(tokens.length / page) * page);
    let node = root;
    let length = 0;
    for (;;) {
      const rest = whole.slice(length);
      const child = node.children.find((one) =>
        rest.length >= page ? one.tokens.slice(0, page).join() === rest.slice(0, page).join() : false,
      );
      if (!child) return { node, length };
      child.used = ++clock;
      let same = 0;
      while (same < child.tokens.length && same < rest.length && child.tokens[same] === rest[same]) same++;
      same -= same % page;
      length += same;
      if (same === child.tokens.length) {
        node = child;
        continue;
      }
      const upper: NaiveNode = {
        tokens: child.tokens.slice(0, same),
        parent: node,
        children: [child],
        used: child.used,
      };
      node.children[node.children.indexOf(child)] = upper;
      child.tokens = child.tokens.slice(same);
      child.parent = upper;
      return { node: upper, length };
    }
  }

  return (tokens: readonly string[]): number => {
    const { node, length } = walk(tokens.slice(0, -1));
    const locked = new Set<NaiveNode>();
    for (let on: NaiveNode | null = node; on; on = on.parent) locked.add(on);
    const needed = Math.ceil(tokens.length / page) * page - length;
    while (countHeld() + needed > most) {
      const leaves = listAll(root).filter((one) => one.children.length === 0 && !locked.has(one));
      const [oldest] = leaves.sort((a, b) => a.used - b.used);
      if (!oldest?.parent) throw new Error("Nothing is left to drop.");
      oldest.parent.children.splice(oldest.parent.children.indexOf(oldest), 1);
    }
    const whole = tokens.slice(0, Math.floor(tokens.length / page) * page);
    const stored = walk(whole);
    const rest = whole.slice(stored.length);
    if (rest.length > 0)
      stored.node.children.push({ tokens: rest, parent: stored.node, children: [], used: ++clock });
    return length;
  };
}

it("finds what a naive tree finds", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(conversations(25), sizes, (prompts, [page, more]) => {
      const longest = Math.max(...prompts.map((prompt) => listTokens(prompt).length));
      const capacity = Math.ceil(longest / page) * page + more;
      const naive = createNaiveTree(capacity, page);
      const { tree, found } = playTree(prompts, capacity, page);
      expect(found).toEqual(prompts.map((prompt) => naive(listTokens(prompt))));
      expect(tree.held).toBeLessThanOrEqual(capacity);
    }),
    { numRuns: 500 },
  );
});

it("finds all that prompts have in common where nothing is dropped", () => {
  fc.assert(
    fc.property(conversations(20), fc.integer({ min: 1, max: 4 }), (prompts, page) => {
      const all = prompts.map(listTokens);
      const expected = all.map((tokens, index) => {
        const common = all.slice(0, index).map((other) => {
          const parting = tokens.findIndex((token, place) => token !== other[place]);
          return parting < 0 ? tokens.length : parting;
        });
        const found = Math.min(Math.max(0, ...common), tokens.length - 1);
        return found - (found % page);
      });
      expect(playTree(prompts, 1_000_000, page).found).toEqual(expected);
    }),
  );
});
