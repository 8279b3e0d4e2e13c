/** The lesson of the router: the same call goes to whoever it likes, each with a price and a cache of its own; pin it. */
import { type LayerSettings, pinVendor } from "../../layers/layer-settings";
import { readRequests } from "../../layers/scene";
import { findScene } from "../../layers/scenes";
import { type Step, walkRequests } from "../../layers/walk";
import { formatChange, formatMoney } from "../../values/figures";
import { perThousand } from "../facts";
import type { Facts, Lesson } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const SCENE = "six-calls";

const walk = (settings: LayerSettings | undefined): readonly Step[] =>
  settings ? walkRequests(readRequests(findScene(SCENE)?.requests ?? []), settings) : [];

const startOf = ({ layers }: Facts): readonly Step[] => walk(layers?.start);
const nowOf = ({ layers }: Facts): readonly Step[] => walk(layers?.now);

const costsOf = (steps: readonly Step[]): number[] => steps.map(({ cost }) => cost ?? Number.NaN);
const sumOf = (steps: readonly Step[]): number => costsOf(steps).reduce((sum, cost) => sum + cost, 0);

/** Times that the dearest of identical calls costs the cheapest. */
function spreadOf(steps: readonly Step[]): number {
  const costs = costsOf(steps);
  return Math.max(...costs) / Math.min(...costs);
}

/** Calls that read nothing. */
const coldOf = (steps: readonly Step[]): number => steps.filter(({ read }) => read === 0).length;

/** A small request of its own for “open in the playground”: the layers have requests of theirs. */
const text = writeBody([
  { role: "system", content: [{ text: readManual(0, 110), marked: true }] },
  { role: "user", content: "The sensor in the hall reacts only every second time. Where should I begin?" },
]);
const settings = playWith({
  name: "Two questions",
  duration: 4,
  reply: "Begin with its link quality.",
  turns: [ask(60, "It says 61 of 255. What now?", "Put a plug between the two.")],
});

export const fiveLayers: Lesson = {
  id: "five-layers",
  scene: { text, settings },
  layers: SCENE,
  steps: [
    { id: "see", kind: "see", spot: { on: "switches" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      spot: { on: "switches" },
      question: {
        kind: "number",
        from: 1,
        to: 100,
        step: 1,
        unit: "times",
        near: 10,
        answer: (facts) => Math.round(spreadOf(startOf(facts))),
      },
    },
    { id: "reveal", kind: "reveal", spot: { on: "switches" } },
    { id: "layers", kind: "reveal", spot: { on: "switches" } },
    {
      id: "mend",
      kind: "mend",
      spot: { on: "switches" },
      goal(facts) {
        const steps = nowOf(facts);
        return steps.length > 0 && coldOf(steps) <= 1 && sumOf(steps) < sumOf(startOf(facts)) / 5;
      },
      acts: [{ id: "pin", act: (scene) => scene, turn: (layers) => pinVendor(layers, 1) }],
    },
    { id: "after", kind: "reveal", spot: { on: "switches" } },
  ],
  figures(facts) {
    const [start, now] = [startOf(facts), nowOf(facts)];
    const [first] = start;
    const costs = costsOf(start);
    const vendors = facts.layers?.start.router.vendors ?? [];
    const say = (cost: number): string => formatMoney(cost, "USD");
    return {
      calls: start.length,
      prompt: first?.prompt ?? 0,
      dearVendor: vendors[first?.vendor ?? 0]?.name ?? "",
      cheapVendor: vendors[start[1]?.vendor ?? 0]?.name ?? "",
      spread: Math.round(spreadOf(start)),
      dearest: say(Math.max(...costs)),
      cold: say(costs[1] ?? 0),
      cheapest: say(Math.min(...costs)),
      byVendor: Math.round((costs[0] ?? 0) / (costs[1] ?? 1)),
      byCache: ((costs[1] ?? 0) / Math.min(...costs)).toFixed(1),
      missed: coldOf(start),
      missedNow: coldOf(now),
      read: now.length - coldOf(now),
      before: perThousand(sumOf(start)),
      after: perThousand(sumOf(now)),
      change: formatChange(sumOf(now) / sumOf(start) - 1),
    };
  },
  bites: { url: "https://github.com/Temikus/denkeeper/pull/194", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "Five layers to a cache",
      about: "A router that scatters your calls scatters your cache: pin it, and the bill falls.",
      steps: {
        see: {
          heading: "Between you and the cache",
          body: "With open weights, a call passes <b>five layers</b>: router, gateway, host, engine, model. Each may choose another place, and every place has a cache of its own. Here the same prompt of {prompt, number} tokens goes through a router, {calls} times.",
          notes:
            "The calls and their costs were measured; the page says where and when. Ask who uses a router, and who knows which vendor answers.",
        },
        predict: {
          heading: "{calls} times the same call",
          body: "The router may choose between two vendors of the same model: {dearVendor} and {cheapVendor}. The words are the same each time, and the answer is a few tokens long.",
          question: "By what factor is the dearest of the {calls} calls dearer than the cheapest?",
          notes: "Most say two or three. Let them say why a call could cost more than another at all.",
        },
        reveal: {
          heading: "{spread} times as much",
          body: "The first call went to {dearVendor}: {dearest}. The second went to {cheapVendor}, which had never seen the prompt: {cold}. Only the rest found it in a cache: {cheapest} each.",
          notes:
            "Two causes multiply. The vendor accounts for a factor of {byVendor}, the cache for another {byCache}. Neither stands in the request; both stand in the bill.",
        },
        layers: {
          heading: "Each layer can lose what was written",
          body: "A router picks a vendor, a gateway a cluster, a host one of several copies. An engine forgets when its memory is full, and keeps whole blocks only. An entry serves those alone who come back to <b>the same place</b>.",
          notes:
            "Of the {calls} calls {missed} read nothing: one for each vendor that was met for the first time. With four vendors it would be four.",
        },
        mend: {
          heading: "Fix it: pin the router",
          body: "Let the router use one vendor only, and choose the one that costs little and caches. The settings that do it stand below the picture.",
          acts: { pin: "Every call goes to {cheapVendor}." },
          done: "Done: {missedNow, plural, one {# call is} other {# calls are}} cold, {read} read.",
          notes:
            "Pin it to {dearVendor}, too, and look: all in one place, and dearer than before. Pinning alone is not enough; it has to be the right one. What is pinned fails when that vendor is down.",
        },
        after: {
          heading: "{before} scattered, {after} pinned",
          body: "A thousand times these {calls} calls: {change}. Before you tune a prompt, find out where it goes: name the vendor, or give the conversation an id so that it stays where it was.",
          notes:
            "Whoever sends to Model Studio directly has no router that picks a vendor. But a client may send there through one.",
        },
      },
      bites:
        "A report: in five days none of 12.7 million tokens were read from a cache, until calls stayed with one vendor.",
      link: "denkeeper, pull request 194",
    },
    zh: {
      title: "到缓存要过五层",
      about: "路由把调用分散，缓存也跟着分散：固定下来，账单就降了。",
      steps: {
        see: {
          heading: "你和缓存之间",
          body: "使用开放权重模型，一次调用要经过<b>五层</b>：路由、网关、主机、引擎、模型。每一层都可能另选一处，每一处各有自己的缓存。这里把同样的 {prompt, number} 个 Token 经路由发送 {calls} 次。",
          notes: "这些调用和费用来自实测，页面上写有出处和日期。问问谁在用路由，谁知道是哪家供应商在回答。",
        },
        predict: {
          heading: "同样的调用，{calls} 次",
          body: "同一个模型有两家供应商可选：{dearVendor} 和 {cheapVendor}。每次的文字都相同，回答只有几个 Token。",
          question: "这 {calls} 次调用里，最贵的一次是最便宜一次的多少倍？",
          notes: "大多数人会说两三倍。让大家先说说，一次调用凭什么会比另一次贵。",
        },
        reveal: {
          heading: "{spread} 倍",
          body: "第一次发给 {dearVendor}：{dearest}。第二次发给 {cheapVendor}，它从没见过这段提示词：{cold}。后面几次才命中缓存：每次 {cheapest}。",
          notes:
            "两个原因相乘：供应商差 {byVendor} 倍，缓存再差 {byCache} 倍。请求里看不出来，账单上看得出来。",
        },
        layers: {
          heading: "每一层都可能丢掉已创建的缓存",
          body: "路由选供应商，网关选集群，主机选副本；引擎内存满了就会忘，而且只保留整块。缓存条目只对回到<b>同一个地方</b>的请求有用。",
          notes:
            "{calls} 次调用里有 {missed} 次什么也没命中：每家供应商第一次都要落空。如果有四家，就是四次。",
        },
        mend: {
          heading: "动手修复：固定路由",
          body: "让路由只用一家供应商，选便宜又有缓存的那一家。具体的设置写法在图的下方。",
          acts: { pin: "每次调用都发给 {cheapVendor}。" },
          done: "完成：{missedNow} 次未命中，{read} 次命中。",
          notes:
            "也试试固定到 {dearVendor}：全在一处，却比原来更贵。光固定还不够，要选对。固定之后，那家供应商一旦停机，请求就会失败。",
        },
        after: {
          heading: "分散 {before}，固定 {after}",
          body: "这样的 {calls} 次调用重复一千遍：{change}。调整提示词之前，先弄清它发到了哪里：指定供应商，或者给对话一个编号，让它留在原处。",
          notes: "直接发给百炼，就没有替你挑选供应商的路由。不过客户端也可能经路由再发到百炼。",
        },
      },
      bites: "一份报告：五天里 1,270 万个 Token 一个也没有命中，直到调用固定发给同一家供应商。",
      link: "denkeeper 的 pull request 194",
    },
  },
};
