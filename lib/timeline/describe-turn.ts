/** Says what a turn does, in a short sentence. */
import { type Message, type MessageValue, tell } from "../words/message";
import type { Turn } from "./scenario";

/** e.g. `45 s`, `7 min`, `1 h 30 min`. */
const sayGap = (seconds: number): MessageValue =>
  seconds < 120 ? tell("values.seconds", { seconds }) : { seconds };

function sayWhen({ gap, times = 1 }: Turn): Message {
  if (times > 1) return tell("turns.timesApart", { times, gap: sayGap(gap) });
  return gap === 0 ? tell("turns.atOnce") : tell("turns.later", { gap: sayGap(gap) });
}

/** e.g. `45 s later, the next message is sent, with 2 tool rounds.` */
export function describeTurn(turn: Turn): Message {
  const { mode, copies = 1, rounds = [], events = [] } = turn;
  return tell("turns.sends", {
    when: sayWhen(turn),
    mode,
    copies,
    rounds: mode === "ping" ? 0 : rounds.length,
    changes: events.length,
  });
}
