/** A recording that cannot be shown: why, and the way on. */
import Link from "next/link";

interface NoSessionProps {
  readonly title: string;
  readonly sentence: string;
}

export function NoSession({ title, sentence }: NoSessionProps) {
  return (
    <section className="mx-auto mt-4 max-w-3xl rounded-lg border border-line bg-panel p-5">
      <h1 className="text-base font-semibold">{title}</h1>
      <p role="status" className="mt-1 text-mute">
        {sentence}
      </p>
      <p className="mt-3">
        <Link href="/record" prefetch={false} className="font-medium text-accent hover:underline">
          Start a new recording
        </Link>
      </p>
    </section>
  );
}
