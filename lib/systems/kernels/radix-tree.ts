/** The memory of SGLang: a tree of the prompts' common starts, which loses its least recently used leaves. */

import type { PromptPaths, Stretch } from "./prompt-paths";
import { addDue, type SoonestFirst, takeDue } from "./soonest-first";

/** Tokens of prompts that share all before them, without a branch between. */
interface TreeNode {
  parent: number;
  /** Tokens before it. */
  start: number;
  readonly end: number;
  /** Of its last token; with `end` that names all before it. */
  readonly run: number;
  /** By the run of the last token of their first page: pages of two children always differ. */
  children: Record<number, number>;
  /** When it was last met, in steps of the tree's own count. */
  used: number;
}

/** A leaf, and its last use when it was noted: where it was used since, it is noted anew when its turn comes. */
type NotedLeaf = readonly [node: number, used: number];

/** Plain JSON. Rules: radix_cache.py of SGLang. */
export interface RadixTree {
  /** Tokens it may hold, in whole pages. */
  readonly capacity: number;
  readonly page: number;
  nodes: Record<number, TreeNode>;
  /** Number of the next node. */
  made: number;
  /** Counts the uses. */
  now: number;
  /** Tokens it holds. */
  held: number;
  /** The least recently used first. */
  leaves: SoonestFirst<NotedLeaf>;
}

const ROOT = 0;

const floorTo = (tokens: number, page: number): number => Math.floor(tokens / page) * page;
export const ceilTo = (tokens: number, page: number): number => Math.ceil(tokens / page) * page;

/** @param capacity tokens; what does not fill a page is not used */
export function openTree(capacity: number, page: number): RadixTree {
  const root: TreeNode = { parent: -1, start: 0, end: 0, run: -1, children: {}, used: 0 };
  return {
    capacity: floorTo(capacity, page),
    page,
    nodes: { [ROOT]: root },
    made: 1,
    now: 0,
    held: 0,
    leaves: [],
  };
}

/** The run that the token before `end` is of, on the path that `run` ends. */
function runBefore({ before, start }: PromptPaths, run: number, end: number): number {
  let on = run;
  while (on >= 0 && (start[on] ?? 0) >= end) on = before[on] ?? -1;
  return on;
}

/** The stretch of the prompt that token `place` is in. */
function stretchAt(stretches: readonly Stretch[], place: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= place) low = middle;
    else high = middle;
  }
  return stretches[low];
}

/** Tokens up to where a prompt parts from a node's path, or the node ends; at least those before the node. */
function commonWith(
  { start, end, run }: TreeNode,
  paths: PromptPaths,
  stretches: readonly Stretch[],
): number {
  let on = run;
  let limit = end;
  while (on >= 0 && limit > start) {
    const begin = paths.start[on] ?? 0;
    const stretch = stretchAt(stretches, begin);
    if (stretch?.run === on) return Math.max(start, Math.min(stretch.end, limit));
    limit = Math.min(limit, begin);
    on = paths.before[on] ?? -1;
  }
  return start;
}

const isLeaf = ({ children }: TreeNode): boolean => {
  for (const _ in children) return false;
  return true;
};

/** Cuts a node in two; the rest keeps its number and its last use. @returns the upper part's number */
function splitNode(tree: RadixTree, paths: PromptPaths, number: number, at: number): number {
  const rest = tree.nodes[number];
  const parent = rest && tree.nodes[rest.parent];
  if (!rest || !parent) return number;
  const upper = tree.made++;
  const runAt = (end: number): number => runBefore(paths, rest.run, end);
  tree.nodes[upper] = {
    parent: rest.parent,
    start: rest.start,
    end: at,
    run: runAt(at),
    children: { [runAt(at + tree.page)]: number },
    used: ++tree.now,
  };
  parent.children[runAt(rest.start + tree.page)] = upper;
  rest.parent = upper;
  rest.start = at;
  return upper;
}

interface Met {
  readonly tree: RadixTree;
  readonly paths: PromptPaths;
  readonly stretches: readonly Stretch[];
}

/** Walks as far as the first `limit` tokens agree, uses every node it meets and splits the one that they end in. */
function walk({ tree, paths, stretches }: Met, limit: number): number {
  let here = ROOT;
  for (;;) {
    const end = tree.nodes[here]?.end ?? 0;
    if (end + tree.page > limit) return here;
    const first = stretchAt(stretches, end + tree.page - 1)?.run ?? -1;
    const child = tree.nodes[here]?.children[first];
    const node = child === undefined ? undefined : tree.nodes[child];
    if (child === undefined || !node) return here;
    node.used = ++tree.now;
    const common = floorTo(Math.min(commonWith(node, paths, stretches), limit), tree.page);
    if (common < node.end) return splitNode(tree, paths, child, common);
    here = child;
  }
}

const noteLeaf = (tree: RadixTree, number: number, { used }: TreeNode): void =>
  addDue(tree.leaves, used, [number, used]);

/** @returns the tokens it held */
function dropLeaf(tree: RadixTree, paths: PromptPaths, number: number): number {
  const node = tree.nodes[number];
  const parent = node && tree.nodes[node.parent];
  if (!node || !parent) return 0;
  delete tree.nodes[number];
  delete parent.children[runBefore(paths, node.run, node.start + tree.page)];
  if (node.parent !== ROOT && isLeaf(parent)) noteLeaf(tree, node.parent, parent);
  tree.held -= node.end - node.start;
  return node.end - node.start;
}

/**
 * Lets least recently used leaves go until no more than `most` tokens are held. What the prompt has just found is used
 * last of all, and fits, so it is never among them.
 */
function evict(tree: RadixTree, paths: PromptPaths, most: number): number {
  let evicted = 0;
  while (tree.held > most) {
    const noted = takeDue(tree.leaves, tree.now);
    if (!noted) break;
    const [number, used] = noted;
    const node = tree.nodes[number];
    if (!node || !isLeaf(node)) continue;
    if (node.used === used) evicted += dropLeaf(tree, paths, number);
    else noteLeaf(tree, number, node);
  }
  return evicted;
}

/** Stores the prompt's whole pages. */
function insert(met: Met, prompt: number): void {
  const { tree, stretches } = met;
  const end = floorTo(prompt, tree.page);
  const parent = walk(met, end);
  const above = tree.nodes[parent];
  if (!above || above.end >= end) return;
  const runAt = (place: number): number => stretchAt(stretches, place - 1)?.run ?? -1;
  const node: TreeNode = {
    parent,
    start: above.end,
    end,
    run: runAt(end),
    children: {},
    used: ++tree.now,
  };
  const number = tree.made++;
  tree.nodes[number] = node;
  above.children[runAt(above.end + tree.page)] = number;
  tree.held += end - above.end;
  noteLeaf(tree, number, node);
}

export interface TreeVisit {
  /** Tokens that were found; the last one is always computed. */
  readonly found: number;
  /** Tokens dropped for it. */
  readonly evicted: number;
}

/** Plays one prompt: finds its start, makes room for the rest, and stores it. It has to fit into the tree. */
export function visitTree(
  tree: RadixTree,
  paths: PromptPaths,
  stretches: readonly Stretch[],
  prompt: number,
): TreeVisit {
  const met = { tree, paths, stretches };
  const found = tree.nodes[walk(met, Math.max(0, prompt - 1))]?.end ?? 0;
  const needed = ceilTo(prompt, tree.page) - found;
  const evicted = evict(tree, paths, tree.capacity - needed);
  insert(met, prompt);
  return { found, evicted };
}
