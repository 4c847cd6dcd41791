import { html, nothing } from "./lit-html.js";
import * as client from "./client.js";
import { picture } from "./pictures.js";
import { ago, has, money, number, percent, t } from "./texts.js";

// Parts that several views share. Every text is set as text, so data is never markup.

let redraw = () => {};
export const onUpdate = callback => { redraw = callback; };
export const update = () => redraw();

export const link = (view, ...parts) => "#/" + [view, ...parts.map(encodeURIComponent)].join("/");

export const loading = () => html`<p class="loading" role="status">${t("wait.loading")}</p>`;

export const empty = (title, text) => html`<section class="empty"><h2>${title}</h2><p>${text}</p></section>`;

/** The sentence for a failed request. */
export const sentence = failure => {
  if (failure.status === 0) return t("fail.network");
  if (failure.status === 401) return t("fail.401");
  if (failure.status === 403) return t("fail.403", failure.message);
  return failure.message || String(failure.status);
};

/** What is shown in the place of what could not be fetched. */
export const failed = (failure, retry) => {
  if (!(failure instanceof client.Failure)) throw failure;
  if (failure.kind === "not-ready") {
    return html`<section class="notice wait" role="status"><h2>${t("restoring.title")}</h2>
      <p>${t("restoring.text", failure.message)}</p></section>`;
  }
  return html`<section class="notice bad" role="alert"><h2>${t("fail.title")}</h2><p>${sentence(failure)}</p>
    ${failure.requestId ? html`<p class="muted small">${t("fail.request", failure.requestId)}</p>` : nothing}
    ${retry ? html`<button type="button" @click=${retry}>${t("fail.retry")}</button>` : nothing}</section>`;
};

/** A value that is being fetched: shows the wait and the failure, and then what show makes of it. */
export class Pending {
  constructor(fetching) {
    this.fetching = fetching;
    this.stop = undefined;
    this.value = undefined;
    this.failure = undefined;
    this.isLoading = false;
  }

  /** Fetches again; the former value stays until then. Retries by itself while the instance is away or restoring. */
  async load() {
    this.stop?.abort();
    clearTimeout(this.again);
    const stop = this.stop = new AbortController();
    this.isLoading = true;
    update();
    try {
      this.value = await this.fetching(stop.signal);
      this.failure = undefined;
    } catch (failure) {
      if (failure.name === "AbortError" || stop.signal.aborted) return;
      if (!(failure instanceof client.Failure)) throw failure;
      this.failure = failure;
      if (failure.status === 0 || failure.kind === "not-ready") this.again = setTimeout(() => this.load(), 2000);
    }
    if (stop === this.stop) this.isLoading = false;
    update();
  }

  close() {
    this.stop?.abort();
    clearTimeout(this.again);
  }

  show(template) {
    if (this.failure) return failed(this.failure, () => this.load());
    return this.value === undefined ? (this.isLoading ? loading() : nothing) : template(this.value);
  }
}

export const word = (prefix, name) => has(`${prefix}.${name}`) ? t(`${prefix}.${name}`) : name;

/** An item as the catalog knows it, or its id alone. */
export const known = id => client.item(id) ?? { itemId: id, unknown: true };

const strategies = ["USER_BASED", "ITEM_BASED", "CONTENT_BASED", "SEQUENCE_BASED", "TRENDING", "RECENT", "POPULAR"];

export const legend = () => html`<ul class="legend">${strategies.map(name => html`<li>
  <span class=${`swatch ${name}`}></span>${word("strategy", name)}</li>`)}</ul>`;

/** The parts of a score as one bar. */
const bar = (listed, top) => {
  const parts = listed.parts ?? [{ strategy: listed.strategy, share: 1 }];
  const words = parts.map(part => `${word("strategy", part.strategy)} ${percent(part.share)}`).join(", ");
  const width = top > 0 ? Math.max(8, 100 * listed.score / top) : 100;
  return html`<div class="bar" role="img" aria-label=${t("strategy.label", words)} title=${words}>
    <div .style=${`width:${width}%`}>${strategies.map(name => {
      const share = parts.find(part => part.strategy === name)?.share ?? 0;
      return share > 0 ? html`<span class=${name} .style=${`width:${100 * share}%`}></span>` : nothing;
    })}</div></div>`;
};

const mark = place => {
  if (!place) return nothing;
  if (place.isNew) return html`<span class="mark new">${t("mark.new")}</span>`;
  if (place.isGone) return html`<span class="mark gone">${t("mark.gone")}</span>`;
  if (place.up > 0) return html`<span class="mark up">▲ ${t("mark.up", place.up)}</span>`;
  if (place.up < 0) return html`<span class="mark down">▼ ${t("mark.down", -place.up)}</span>`;
  return nothing;
};

/** One line of a list: picture, title, price, and what else there is to say of it. */
export const row = (id, { rank, lines = nothing, place, extra = nothing } = {}) => {
  const item = known(id);
  return html`<li class=${`row ${place?.isNew ? "is-new" : ""} ${place?.isGone ? "is-gone" : ""}`}>
    ${rank ? html`<span class="rank">${rank}</span>` : nothing}
    ${picture(item, update)}
    <div class="about"><a class="title" dir="auto" href=${link("items", id)}>${item.title || item.itemId}</a>
      <div class="facts">${item.price ? html`<span class="price">${money(item.price)}</span>` : nothing}
        ${item.brand ? html`<span dir="auto">${item.brand}</span>` : nothing}
        ${item.unknown ? html`<span class="muted">${t("item.unknown")}</span>` : nothing}
        ${item.hidden ? html`<span class="tag warn">${t("item.hidden")}</span>` : nothing}
        ${mark(place)}</div>${lines}</div>${extra}</li>`;
};

/** A recommended item with its score and its reason. */
export const recommended = (listed, top, place) => row(listed.itemId, {
  rank: listed.rank,
  place,
  lines: html`${bar(listed, top)}${listed.text ? html`<p class="reason" dir="auto">${listed.text}</p>` : nothing}`,
});

/** A whole list of recommended items. */
export const list = (answer, places = new Map()) => {
  if (answer.items.length === 0) {
    return html`<p class="muted">${t("shopper.list.empty", answer.empty ?? "–")}</p>`;
  }
  const top = Math.max(...answer.items.map(listed => listed.score));
  return html`<ol class="rows">${answer.items.map(listed =>
    recommended(listed, top, places.get(listed.itemId)))}</ol>`;
};

/** Where the items of one list are in another one: {places, gone, added, moved}. */
export const differences = (before, after) => {
  const former = new Map(before.items.map(listed => [listed.itemId, listed.rank]));
  const places = new Map();
  let added = 0;
  let moved = 0;
  for (const listed of after.items) {
    const rank = former.get(listed.itemId);
    former.delete(listed.itemId);
    if (rank === undefined) {
      places.set(listed.itemId, { isNew: true });
      added++;
    } else if (rank !== listed.rank) {
      places.set(listed.itemId, { up: rank - listed.rank });
      moved++;
    }
  }
  const gone = new Map([...former.keys()].map(id => [id, { isGone: true }]));
  return { places, gone, added, moved, removed: gone.size };
};

/** Two lists side by side, with the differences marked. */
export const compared = (before, after, names) => {
  const found = differences(before, after);
  const isSame = found.added + found.moved + found.removed === 0;
  return html`<p class="summary" role="status">${isSame ? t("shopper.whatif.same")
    : t("shopper.whatif.changed", found.added, found.moved, found.removed)}</p>
    <div class="columns two"><section class="card"><h3>${names[0]}</h3>${list(before, found.gone)}</section>
    <section class="card"><h3>${names[1]}</h3>${list(after, found.places)}</section></div>`;
};

export const idsOf = answer => answer.items.flatMap(listed =>
  [listed.itemId, ...(listed.reasons ?? []).map(reason => reason.itemId)]);

export const tile = (title, value, note, kind = "") => html`<div class=${`tile ${kind}`}><span class="name">${title}</span>
  <strong>${value}</strong><span class="note">${note ?? ""}</span></div>`;

/** Small cards of items, each a link to the item. */
export const cards = (ids, note = () => nothing) => html`<ul class="cards">${ids.map((id, place) => {
  const item = known(id);
  return html`<li><a class="item-card" href=${link("items", id)}>${picture(item, update)}
    <span class="title" dir="auto">${item.title || item.itemId}</span>
    <span class="facts"><span class="price">${money(item.price)}</span>
    ${item.hidden ? html`<span class="tag warn">${t("item.hidden")}</span>` : nothing}
    ${item.available === false ? html`<span class="tag">${t("item.unavailable")}</span>` : nothing}</span>${note(place)}</a></li>`;
})}</ul>`;

export const since = ms => html`<time datetime=${new Date(ms).toISOString()}>${ago(ms)}</time>`;
export const count = value => number(value);

// One dialog at a time: it asks before something is changed, and shows what came of it.

let dialog = null;

/** Asks, then does it; body is what else to show or to fill in. The action gets the form and returns the receipt. */
export const confirm = ({ title, text, body = () => nothing, action, does }) => {
  dialog = { title, text, body, action, does, isBusy: false, failure: null, receipt: null };
  update();
};

export const isAsking = () => dialog !== null;

const close = () => {
  dialog = null;
  update();
};

const submit = async event => {
  event.preventDefault();
  const asked = dialog;
  asked.isBusy = true;
  asked.failure = null;
  update();
  try {
    asked.receipt = await asked.does(new FormData(event.target));
  } catch (failure) {
    if (!(failure instanceof client.Failure)) throw failure;
    asked.failure = failure;
  }
  asked.isBusy = false;
  update();
};

export const dialogs = () => dialog === null ? nothing : html`<dialog class="ask" aria-labelledby="ask-title" @close=${close}>
  ${dialog.receipt === null ? html`<form @submit=${submit}><h2 id="ask-title" dir="auto">${dialog.title}</h2>
    <p>${dialog.text}</p>${dialog.body()}${dialog.failure ? failed(dialog.failure) : nothing}
    <p class="buttons"><button type="button" @click=${close}>${t("action.cancel")}</button>
    <button class="primary" ?disabled=${dialog.isBusy}>${dialog.action}</button></p></form>`
    : html`<h2 id="ask-title">${t("done.title")}</h2><div role="status">${dialog.receipt}</div>
    <p class="buttons"><button class="primary" type="button" @click=${close}>${t("action.close")}</button></p>`}
  </dialog>`;

/** Offers a text as a file. */
export const download = (name, type, text) => {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
};
