/** The mark: a prefix of three segments, read, written and uncached. */
export function Logo() {
  return (
    <svg aria-hidden viewBox="0 0 18 18" className="size-[18px] shrink-0">
      <rect x="0" y="1" width="18" height="4.4" rx="1.5" fill="var(--read)" />
      <rect x="0" y="6.8" width="12.6" height="4.4" rx="1.5" fill="var(--written)" />
      <rect x="0" y="12.6" width="7.2" height="4.4" rx="1.5" fill="var(--uncached)" />
    </svg>
  );
}
