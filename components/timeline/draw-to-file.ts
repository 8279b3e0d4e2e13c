/** Turns the chart into a picture file: colours that are names in the page become values in the picture. */

/** The custom properties a drawing uses, with their values at this moment. */
function resolveColours(markup: string): string {
  const styles = getComputedStyle(document.documentElement);
  return markup.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => {
    const value = styles.getPropertyValue(name).trim();
    return value === ""
      ? whole
      : value.startsWith("var(")
        ? resolveColours(value)
        : value.replaceAll('"', "'");
  });
}

export interface Picture {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** An SVG document of its own: background, font and colours written out. */
export function writeSvg(drawing: SVGSVGElement): Picture {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("font-family", "system-ui, sans-serif");
  for (const element of copy.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (/^(class|role|tabindex|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name);
    }
  }
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  background.setAttribute("width", "100%");
  background.setAttribute("height", "100%");
  background.setAttribute("fill", "var(--panel)");
  copy.prepend(background);
  return { svg: resolveColours(new XMLSerializer().serializeToString(copy)), width, height };
}

/** Pixels of a line of text below a picture. */
const FOOT = 24;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The picture with lines of text below it. */
export function addFoot({ svg, width, height }: Picture, lines: readonly string[]): Picture {
  const high = height + FOOT * lines.length;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${high}" viewBox="0 0 ${width} ${high}" font-family="system-ui, sans-serif">`,
    `<rect width="100%" height="100%" fill="var(--panel)"/>`,
    `<svg width="${width}" height="${height}">${svg}</svg>`,
    ...lines.map(
      (line, index) =>
        `<text x="8" y="${height + 16 + FOOT * index}" font-size="11" fill="var(--ink)">${escapeXml(line)}</text>`,
    ),
    "</svg>",
  ];
  return { svg: resolveColours(parts.join("")), width, height: high };
}

/** Pixels: beyond this browsers refuse a canvas. */
const MAX_CANVAS = 16_000;

/** A PNG of twice the pixels, less where that would be too large. Rejects when the browser cannot draw it. */
export async function drawPng({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(2, MAX_CANVAS / width, MAX_CANVAS / height);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error())), "image/png");
  });
}

/** Hands a file to the user's downloads. */
export function saveFile(name: string, content: Blob | string, type: string): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
