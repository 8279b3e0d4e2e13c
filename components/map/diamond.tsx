/** The sign of a marker, the same wherever one stands on the map. */

/** What the shape says: whether it takes effect, or is only offered. */
export function Diamond({ x, y, look }: { x: number; y: number; look: "effective" | "hollow" | "offered" }) {
  const paint = look === "offered" ? "var(--mute)" : "var(--written)";
  return (
    <rect
      x={x - 4.5}
      y={y - 4.5}
      width={9}
      height={9}
      rx={1}
      transform={`rotate(45 ${x} ${y})`}
      fill={look === "effective" ? paint : "var(--panel)"}
      stroke={paint}
      strokeWidth={1.4}
      strokeDasharray={look === "offered" ? "2 2" : undefined}
    />
  );
}
