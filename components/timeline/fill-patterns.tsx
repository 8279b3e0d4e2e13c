/** The four colours with their textures, as SVG paints. */

export const paintOf = {
  read: "var(--read)",
  written: "url(#paint-written)",
  uncached: "url(#paint-uncached)",
  completion: "url(#paint-completion)",
} as const;

export type PaintKind = keyof typeof paintOf;

export function FillPatterns() {
  return (
    <defs>
      <pattern
        id="paint-written"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" fill="var(--written)" />
        <rect width="2.5" height="7" fill="var(--panel)" opacity="0.38" />
      </pattern>
      <pattern id="paint-uncached" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" fill="var(--uncached)" />
        <rect x="2" width="2" height="4" fill="var(--panel)" opacity="0.45" />
      </pattern>
      <pattern id="paint-completion" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--completion)" />
        <circle cx="2" cy="2" r="1" fill="var(--panel)" opacity="0.55" />
      </pattern>
    </defs>
  );
}
