/** How an audit comes to its verdict, for those who want to check it. */

export const HowItJudges = () => (
  <details className="max-w-3xl text-mute">
    <summary className="w-fit cursor-pointer font-medium text-ink">How it judges</summary>
    <ul className="mt-2 list-disc space-y-1 pl-5">
      <li>
        A pair is one cold call, whose prompt is new from its first words, and warm calls that repeat it.
      </li>
      <li>
        Short calls beside them show how long an answer takes with hardly any prompt. Where that is as long as
        for a whole prompt, times cannot tell.
      </li>
      <li>
        A difference counts when it is at least 15 % and 0.03 s of the median, and a rank test (Mann-Whitney)
        finds that chance makes one as large less often than 8 times in 1,000.
      </li>
      <li>
        That the usage says read is not enough: times, or a reported cost that falls, must agree, or else it
        cannot be told. Reads that come and go, or that are claimed of cold calls, speak for themselves.
      </li>
    </ul>
  </details>
);
