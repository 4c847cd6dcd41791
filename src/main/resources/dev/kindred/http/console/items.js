import { html, nothing } from "./lit-html.js";
import { ask, Failure, forgetItem, get, itemsOf } from "./client.js";
import * as parts from "./parts.js";
import { picture } from "./pictures.js";
import { money, number, t, time } from "./texts.js";

// The catalog: search and health; and one item with what goes with it.

const GAPS = ["picture", "price", "category", "title", "visibility", "stock", "users"];
const COUNTS = {
  picture: "withoutPicture", price: "withoutPrice", category: "withoutCategory", title: "withoutTitle",
  visibility: "hidden", stock: "unavailable", users: "untouched",
};
const SHOWN = 48;

let app;
let id;
let words = "";
let gap = "";
let found;
let summary;
let detail;
let timer;

export const open = ([asked = ""], application) => {
  app = application;
  id = asked;
  found = new parts.Pending(async signal => {
    const answer = await get("/v1/items", {}, { q: words.trim(), without: gap.toUpperCase(), k: SHOWN }, signal);
    await itemsOf(answer.items.map(item => item.itemId));
    return answer;
  });
  summary = new parts.Pending(signal => get("/v1/items/summary", {}, {}, signal));
  detail = new parts.Pending(async signal => {
    forgetItem(id);
    const [items, untouched] = await Promise.all([itemsOf([id]),
      get("/v1/items", {}, { q: id, without: "USERS", k: 200 }, signal)]);
    const item = items.get(id) ?? null;
    const isTouched = !untouched.items.some(({ itemId }) => itemId === id);
    const similar = (by, isKnown) => !isKnown ? [] : get("/v1/items/{id}/similar", { id }, { by, k: 8 }, signal)
      .then(answer => answer.items, failure => {
        if (failure instanceof Failure && failure.status === 404) return [];
        throw failure;
      });
    const [all, together, alike] = await Promise.all([
      similar("all", isTouched), similar("purchases", isTouched), similar("content", item !== null)]);
    await itemsOf([...all, ...together, ...alike].map(other => other.itemId));
    return { item, all, together, alike };
  });
  if (id) {
    detail.load();
  } else {
    found.load();
    summary.load();
  }
};

export const close = () => {
  clearTimeout(timer);
  [found, summary, detail].forEach(pending => pending.close());
};

const search = event => {
  words = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(() => found.load(), 250);
};

const choose = name => {
  gap = name;
  found.load();
};

const health = counts => counts.items === 0 ? nothing : html`<h2>${t("items.health")}</h2><ul class="gaps">
  <li><button type="button" aria-pressed=${gap === "" ? "true" : "false"} @click=${() => choose("")}>
    <strong>${number(counts.items)}</strong> ${t("gap.all")}</button></li>
  ${GAPS.map(name => {
    const count = counts[COUNTS[name]];
    return html`<li><button type="button" class=${count > 0 ? "some" : "fine"} data-gap=${name}
      aria-pressed=${gap === name ? "true" : "false"} @click=${() => choose(name)}>
      <strong>${number(count)}</strong> ${t(`gap.${name}`)}</button></li>`;
  })}</ul>`;

const catalog = () => {
  const isEmpty = summary.value?.items === 0;
  return html`<form class="find" role="search" @submit=${event => event.preventDefault()}><label class="grow">${t("items.find")}
    <input id="item-search" type="search" .value=${words} placeholder=${t("items.find.hint")} dir="auto" @input=${search}></label></form>
    ${isEmpty ? parts.empty(t("items.empty.title"), t("items.empty.text")) : html`${summary.show(health)}
    ${found.show(answer => html`<p class="muted" id="found" role="status">${answer.total === 0 ? t("items.none")
      : answer.total > answer.items.length ? t("items.shown", number(answer.items.length), number(answer.total))
        : t("items.count", number(answer.total))}</p>${parts.cards(answer.items.map(item => item.itemId))}`)}`}`;
};

// Changes ask first.

const put = async changed => {
  const { updatedMs, ...body } = changed; // the time of the statement is now
  await ask("PUT", "/v1/items/{id}", { values: { id }, body });
  forgetItem(id);
  setTimeout(() => detail.load(), 1000);
  return t("item.saved", changed.title || id);
};

const hide = item => {
  const action = item.hidden ? "unhide" : "hide";
  parts.confirm({
    title: t(`item.${action}.title`, item.title || id), text: t(`item.${action}.text`),
    action: t(`item.${action}`).replace(/\s*(…|……)$/, ""), does: () => put({ ...item, hidden: !item.hidden }),
  });
};

const field = (name, value, type = "text") => html`<label>${t(`item.field.${name}`)}<input name=${name} type=${type}
  .value=${value} dir="auto" step=${type === "number" ? "any" : nothing}></label>`;

const edit = item => parts.confirm({
  title: t("item.edit.title", item.title || id), text: "", action: t("item.save"),
  body: () => html`<div class="fields">${field("title", item.title)}
    <label>${t("item.field.description")}<textarea name="description" rows="3" dir="auto" .value=${item.description}></textarea></label>
    ${field("brand", item.brand)}
    <label>${t("item.field.categories")}<textarea name="categories" rows="2" dir="auto" .value=${item.categories.join("\n")}></textarea></label>
    ${field("tags", item.tags.join(", "))}${field("price", item.price?.amount ?? "", "number")}
    ${field("currency", item.price?.currency ?? "EUR")}${field("imageUrl", item.imageUrl, "url")}
    <label class="check"><input type="checkbox" name="available" .checked=${item.available}> ${t("item.field.available")}</label></div>`,
  does: form => {
    const text = name => form.get(name).trim();
    const pieces = (name, separator) => text(name).split(separator).map(piece => piece.trim()).filter(piece => piece);
    return put({
      ...item, title: text("title"), description: text("description"), brand: text("brand"),
      categories: pieces("categories", "\n"), tags: pieces("tags", ","), imageUrl: text("imageUrl"),
      price: text("price") === "" ? undefined : { amount: Number(text("price")), currency: text("currency") },
      available: form.has("available"),
    });
  },
});

const card = item => item === null
  ? html`<section class="card product"><h2 dir="auto">${id}</h2><p class="muted">${t("item.unknown")}</p></section>`
  : html`<section class="card product">${picture(item, parts.update)}<div class="about"><h2 id="product" dir="auto">${item.title || id}</h2>
    <p class="facts"><span class="price">${money(item.price)}</span><span dir="auto">${item.brand}</span>
    ${item.available ? nothing : html`<span class="tag">${t("item.unavailable")}</span>`}
    ${item.hidden ? html`<span class="tag warn">${t("item.hidden")}</span>` : nothing}</p>
    <p dir="auto">${item.description}</p>
    <ul class="tags">${item.categories.map(name => html`<li class="tag"><span dir="auto">${name.replaceAll(" > ", " › ")}</span></li>`)}
      ${item.tags.map(name => html`<li class="tag quiet"><span dir="auto">${name}</span></li>`)}
      ${Object.entries(item.attributes).map(([name, value]) => html`<li class="tag quiet"><span dir="auto">${name}: ${value}</span></li>`)}</ul>
    <p class="muted small"><code dir="auto">${id}</code>${item.publishedMs ? html` · ${t("item.published", time(item.publishedMs))}` : nothing} ·
      ${t("item.updated", time(item.updatedMs))}</p>
    ${app.may("write") ? html`<p class="buttons"><button type="button" id="hide" @click=${() => hide(item)}>
      ${t(item.hidden ? "item.unhide" : "item.hide")}</button>
      <button type="button" id="edit" @click=${() => edit(item)}>${t("item.edit")}</button></p>` : nothing}</div></section>`;

const group = (name, items) => html`<section class="card list"><h3>${t(`item.${name}`)}</h3><p class="muted small">${t(`item.${name}.why`)}</p>
  ${items.length === 0 ? html`<p class="muted">${t("item.lists.none")}</p>` : html`<ol class="rows">${items.map(other =>
    parts.row(other.itemId, { lines: html`<div class="bar" role="img" aria-label=${t("item.similarity", number(other.similarity, 2))}
      title=${t("item.similarity", number(other.similarity, 2))}><div .style=${`width:${Math.max(2, 100 * other.similarity)}%`}><span class="ITEM_BASED whole"></span></div></div>` }))}</ol>`}</section>`;

const one = ({ item, all, together, alike }) => html`<p><a href=${parts.link("items")}>← ${t("item.back")}</a></p>${card(item)}
  <div class="columns three">${group("similar", all)}${group("together", together)}${group("alike", alike)}</div>`;

export const render = () => id ? detail.show(one) : catalog();
