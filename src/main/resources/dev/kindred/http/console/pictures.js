import { html, svg } from "./lit-html.js";

// A drawing for an item without a picture, or whose picture cannot be loaded: its first letter on a color of its own.

const hue = text => {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.codePointAt(0)) % 9973;
  return hash % 360;
};

const drawing = item => {
  const shown = (item.title || item.itemId).trim();
  const letter = [...shown][0] ?? "?";
  const color = hue((item.categories?.[0] ?? "") + item.itemId);
  return html`<svg class="picture drawn" viewBox="0 0 64 64" aria-hidden="true">
    ${svg`<rect width="64" height="64" fill=${`hsl(${color} 45% 88%)`}></rect>
    <circle cx="50" cy="14" r="22" fill=${`hsl(${(color + 40) % 360} 50% 80%)`}></circle>
    <text x="32" y="42" text-anchor="middle" font-size="28" font-weight="600" fill=${`hsl(${color} 45% 30%)`}>${letter.toUpperCase()}</text>`}
  </svg>`;
};

const failed = new Set(); // addresses that could not be loaded

/** The picture of an item; update draws the page again if it cannot be loaded. */
export const picture = (item, update) => {
  const url = item.imageUrl ?? "";
  if (!/^https?:\/\//i.test(url) || failed.has(url)) return drawing(item);
  const lost = () => {
    failed.add(url);
    update();
  };
  return html`<img class="picture" src=${url} alt="" width="64" height="64" loading="lazy" decoding="async"
    referrerpolicy="no-referrer" @error=${lost}>`;
};
