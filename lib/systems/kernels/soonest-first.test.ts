/** What is due comes out in order of time, and nothing before it is due. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDue, type SoonestFirst, takeDue } from "./soonest-first";

it("gives what is due, the soonest first, and keeps the rest", () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(times, times, (early, late) => {
      const queue: SoonestFirst<number> = [];
      for (const due of early) addDue(queue, due, due);
      const waiting = [...early];
      for (const now of late) {
        addDue(queue, now + 3, now + 3);
        waiting.push(now + 3);
        const due = waiting.filter((one) => one <= now).sort((a, b) => a - b);
        const taken: number[] = [];
        for (let one = takeDue(queue, now); one !== undefined; one = takeDue(queue, now)) taken.push(one);
        expect(taken).toEqual(due);
        for (const one of due) waiting.splice(waiting.indexOf(one), 1);
      }
    }),
  );
});
