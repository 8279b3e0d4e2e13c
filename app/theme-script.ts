/** Chooses light or dark before the first paint: what a frame's address asks for, the stored choice, or the system's. */

/** Runs inline in the page's head, so it is plain text; `data-theme` is always `light` or `dark` afterwards. */
export const THEME_SCRIPT = `(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    let chosen = location.pathname === "/embed" ? new URLSearchParams(location.search).get("theme") : null;
    if (chosen === null) try { chosen = localStorage.getItem("theme"); } catch {}
    const theme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme;
  };
  apply();
  system.addEventListener("change", apply);
})()`;
