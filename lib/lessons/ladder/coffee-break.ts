/** The lesson of five minutes: each read starts them anew, a break of one second more loses all, and pings pay up to a point. */

import type { Turn } from "../../timeline/scenario";
import { replay } from "../acts";
import { costOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

/** Seconds between a request and the ping that keeps its entry alive: a minute to spare. */
const PING = 240;
const BREAK = 301;

const ping = (times: number): Turn => ({
  mode: "ping",
  gap: PING,
  user: "",
  reply: "",
  ...(times > 1 ? { times } : {}),
});

/** @param pause seconds of the break in all @param pings how many are sent in it, four minutes apart */
function listTurns(pause: number, pings: number): readonly Turn[] {
  return [
    ask(240, "It says 61 of 255. What now?", "Put a plug between the two: every plug passes messages on."),
    ask(280, "Done. Do I have to start anything?", "No. Give the network ten minutes to settle."),
    ...(pings > 0 ? [ping(pings)] : []),
    ask(pause - pings * PING, "Back from my coffee: it says 140 now.", "Then the way is good. Leave it so."),
    ask(60, "Thank you. May I move the plug?", "Yes, within the same room."),
  ];
}

const scene = (pause: number, pings = 0): Scene => ({
  text: writeBody([
    { role: "system", content: readManual(0, 200) },
    {
      role: "user",
      content: [{ text: "The sensor in the hall reacts late. Where should I begin?", marked: true }],
    },
  ]),
  settings: playWith({
    name: "A chat with a coffee break",
    duration: 4,
    reply: "Begin with its link quality: open the sensor in the app, then Details.",
    turns: listTurns(pause, pings),
  }),
});

const [TWENTY, HOUR] = [1_200, 3_600];
const pingsIn = (pause: number): number => pause / PING - 1;

/** A cost that every lesson's model has. */
const sure = (cost: number | null | undefined): number => cost ?? Number.NaN;

export const coffeeBreak: Lesson = {
  id: "coffee-break",
  scene: scene(BREAK),
  others: {
    twenty: scene(TWENTY),
    twentyPinged: scene(TWENTY, pingsIn(TWENTY)),
    hour: scene(HOUR),
    hourPinged: scene(HOUR, pingsIn(HOUR)),
  },
  steps: [
    { id: "see", kind: "see", spot: { on: "wait", request: 3 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      question: {
        kind: "request",
        answer: ({ start }) =>
          start.timeline.turns.findIndex(({ ledger }, index) => index > 0 && ledger.read === 0) + 1,
      },
    },
    { id: "reveal", kind: "reveal", request: 4, tab: "why", spot: { on: "wait", request: 4 } },
    { id: "pings", kind: "reveal", request: 4, spot: { on: "wait", request: 4 } },
    {
      id: "mend",
      kind: "mend",
      request: 4,
      spot: { on: "wait", request: 4 },
      goal({ start, now }) {
        const count = now.timeline.turns.length;
        return (
          count >= start.timeline.turns.length &&
          requestsReading(now, rowOf(start, 1).written).length === count - 1
        );
      },
      acts: [{ id: "ping", act: replay((scenario) => ({ ...scenario, turns: listTurns(BREAK, 1) })) }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const { twenty, twentyPinged, hour, hourPinged } = others;
    const aPing = sure(twentyPinged?.rows[3]?.cost);
    // What the break costs more where the entry is gone: as many pings as that pays for are worth it.
    const lost = sure(twenty?.rows[3]?.cost) - sure(twentyPinged?.rows.at(-2)?.cost);
    const most = Math.floor(lost / aPing);
    const third = start.timeline.turns[2];
    return {
      since: third?.at ?? 0,
      read: rowOf(start, 3).read,
      written: rowOf(start, 4).written,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
      ping: perThousand(aPing),
      lost: perThousand(lost),
      most,
      minutes: ((most + 1) * PING) / 60,
      twenty: perThousand(twenty?.totals.cost ?? null),
      twentyPinged: perThousand(twentyPinged?.totals.cost ?? null),
      twentyPings: pingsIn(TWENTY),
      hour: perThousand(hour?.totals.cost ?? null),
      hourPinged: perThousand(hourPinged?.totals.cost ?? null),
      hourPings: pingsIn(HOUR),
    };
  },
  bites: { url: "https://github.com/rossoctl/context-guru/issues/100", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "Coffee break",
      about:
        "An entry lives five minutes after its last use: what a break costs, and up to when a ping pays.",
      steps: {
        see: {
          heading: "Five requests with breaks between them",
          body: "A chat with the manual in the cache; its marker moves along. Between the requests people try things out: the gaps stand on the map. An entry lives <b>five minutes</b>.",
          notes:
            "Have the class read the gaps aloud: four minutes, four forty, five and one second, one minute.",
        },
        predict: {
          heading: "The clock is running",
          body: "Request 3 comes {since, number} seconds after the manual was written: more than five minutes. Request 4 follows after a coffee.",
          question: "Which request reads nothing?",
          notes: "Two candidates are meant to divide the class: 3, who counts from the writing, and 4.",
        },
        reveal: {
          heading: "The coffee took one second too long",
          body: "Each read starts the five minutes <b>anew</b>: request 3 reads {read, number} tokens. Request 4 comes 5:01 after it, the entry has expired, and {written, number} tokens are written again.",
          notes:
            "Drag request 4 to and fro: nobody notices the second, the bill does. Whether the five minutes are kept to the very second by the service is not documented: leave a margin.",
        },
        pings: {
          heading: "What a ping does",
          body: "Five minutes without a read, and an entry is gone. A keep-alive <b>ping</b> is the last request once more, for one token of answer, before they are over: it reads everything and starts them anew. It costs {ping} per thousand, the loss {lost}.",
          notes:
            "The reading price makes it cheap, and still every ping is paid, also those after which nobody comes back.",
        },
        mend: {
          heading: "Fix it: don’t let it expire",
          body: "Drag request 4 to less than five minutes after request 3. Or leave people their coffee: add a ping four minutes after request 3 in the scenario.",
          acts: { ping: "A ping four minutes after request 3; request 4 comes when it did." },
          done: "Done: every request after the first reads the manual.",
          notes:
            "Dragging is the thing to do in class; the ping is what a program can do. Compare the bills of both.",
        },
        after: {
          heading: "Pings pay for up to {minutes, number} minutes",
          body: "A thousand chats with twenty minutes of break cost {twenty}, with {twentyPings, number} pings {twentyPinged}. With an hour it is {hour}, with {hourPings, number} pings {hourPinged}. More than {most, number} pings cost more than writing anew.",
          notes:
            "In public coding conversations most gaps are far below five minutes. There two or three blind pings after every request made things dearer: ping only where a return is likely.",
        },
      },
      bites:
        "Somebody measured it: with a ping after four minutes three of three were read from the cache, without it none.",
      link: "context-guru, issue 100",
    },
    zh: {
      title: "喝杯咖啡",
      about: "缓存条目在最后一次使用之后有效五分钟：一次停顿要花多少，保活请求到多久还划算。",
      steps: {
        see: {
          heading: "五个请求，中间有停顿",
          body: "一段对话，手册在缓存里，标记随对话后移。请求之间用户在动手尝试，间隔写在缓存图上。缓存的有效期是<b>五分钟</b>。",
          notes: "请学员把间隔念出来：四分钟、四分四十秒、五分零一秒、一分钟。",
        },
        predict: {
          heading: "时间在走",
          body: "请求 3 距手册写入缓存已有 {since, number} 秒，超过了五分钟。请求 4 在一杯咖啡之后。",
          question: "请点选没有命中任何内容的请求。",
          notes: "这里会有两派：从写入算起的人选 3，另一些人选 4。",
        },
        reveal: {
          heading: "咖啡多喝了一秒",
          body: "每次命中都会<b>重新计时</b>五分钟：请求 3 命中 {read, number} 个 Token。请求 4 在它之后 5 分 01 秒到来，条目已经到期，重新写入 {written, number} 个 Token。",
          notes:
            "把请求 4 来回拖一拖：差一秒人感觉不到，账单感觉得到。服务是否精确到秒，文档没有说明，请留出余量。",
        },
        pings: {
          heading: "保活请求做什么",
          body: "五分钟没有命中，条目就失效了。<b>保活请求</b>是在此之前把上一个请求再发一遍，只要一个 Token 的回答：它命中全部内容，并重新计时。一千次花 {ping}，而失效一千次损失 {lost}。",
          notes: "命中价很低，所以保活便宜；但每发一次都要付费，哪怕之后再也没有人回来。",
        },
        mend: {
          heading: "动手修复：别让它到期",
          body: "把请求 4 拖到请求 3 之后不到五分钟的位置。或者让大家安心喝咖啡：在场景里加一个保活请求，放在请求 3 之后四分钟。",
          acts: { ping: "请求 3 之后四分钟发一次保活请求，请求 4 到来的时间不变。" },
          done: "完成：第一个之后的每个请求都命中了手册。",
          notes: "课堂上拖一拖最直观；程序能做的是保活。请比较两种做法的账单。",
        },
        after: {
          heading: "保活最多划算到 {minutes, number} 分钟",
          body: "一千次对话，停顿二十分钟要 {twenty}，发 {twentyPings, number} 次保活请求是 {twentyPinged}。停顿一小时是 {hour}，发 {hourPings, number} 次则是 {hourPinged}。超过 {most, number} 次，就不如重新写入。",
          notes:
            "在公开的编程对话里，大多数间隔远不到五分钟。那里在每个请求之后盲目保活两三次，反而更贵：只在很可能有人回来时才保活。",
        },
      },
      bites: "有人实测过：四分钟时发一次保活请求，三次全部命中；不发，一次也没有命中。",
      link: "context-guru 的 issue 100",
    },
  },
};
