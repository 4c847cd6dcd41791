import { html, nothing, render } from "./lit-html.js";
import * as client from "./client.js";
import { dialogs, failed, loading, onUpdate, link } from "./parts.js";
import { currentLanguage, languages, setLanguage, t } from "./texts.js";

// The frame of the console: navigation, key, language and theme. Each view is a module that is loaded when it is opened,
// with open(parts, app), render() and close().

const views = [
  { name: "overview", scope: "read", icon: "M3 13h4l3-9 4 16 3-7h4" },
  { name: "shopper", scope: "explain", icon: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4 4-6 8-6s8 2 8 6" },
  { name: "items", scope: "read", icon: "M4 4h7v7H4Zm9 0h7v7h-7ZM4 13h7v7H4Zm9 0h7v7h-7Z" },
  { name: "scenarios", scope: "explain", icon: "M4 6h16M4 12h10M4 18h13M18 10v4" },
  { name: "results", scope: "explain", icon: "M4 19h16M6 15l4-5 4 3 5-8" },
  { name: "quality", scope: "explain", icon: "M5 20V10m7 10V4m7 16v-7" },
  { name: "operations", scope: "admin",
    icon: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-12v3m0 12v3M3 12h3m12 0h3M6 6l2 2m8 8 2 2M6 18l2-2m8-8 2-2" },
];

const app = { access: null, may: scope => app.access?.scopes.includes(scope) ?? false };
const root = document.getElementById("app");
let opened = null; // the view that is shown
let current = null; // its module
let problem = null;
let isSigningIn = false;
let isDrawn = false;

const update = () => {
  if (isDrawn) return;
  isDrawn = true;
  queueMicrotask(() => {
    isDrawn = false;
    render(page(), root);
    const dialog = root.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  });
};
onUpdate(update);

const route = () => {
  const [name = "", ...parts] = location.hash.replace(/^#\/?/, "").split("/");
  const decoded = parts.map(part => {
    try {
      return decodeURIComponent(part);
    } catch { // typed by hand
      return part;
    }
  });
  return { view: views.find(view => view.name === name) ?? views[0], parts: decoded };
};

const open = async () => {
  const { view, parts } = route();
  const isAllowed = app.access !== null && app.may(view.scope);
  current?.close();
  current = null;
  opened = view;
  problem = null;
  document.title = `${t(`nav.${view.name}`)} · Kindred`;
  update();
  if (!isAllowed) return;
  const module = await import(`./${view.name}.js`);
  if (opened !== view || current) return;
  current = module;
  module.open(parts, app);
  update();
};

/** Asks what the key may do, again and again while the instance is away. */
const start = async () => {
  try {
    app.access = await client.access();
    problem = null;
    isSigningIn = app.access.keys && app.access.scopes.length === 0;
    await open();
  } catch (failure) {
    if (!(failure instanceof client.Failure)) throw failure;
    problem = failure;
    if (failure.status === 0 || failure.status >= 500) setTimeout(start, 2000);
  }
  update();
};

const signIn = event => {
  event.preventDefault();
  client.setKey(new FormData(event.target).get("key"));
  event.target.reset();
  client.forgetAll();
  start();
};

const signOut = () => {
  client.setKey("");
  client.forgetAll();
  start();
};

const chooseTheme = () => {
  const dark = getComputedStyle(document.documentElement).getPropertyValue("--scheme").trim() === "dark";
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  update();
};

const chooseLanguage = event => {
  setLanguage(event.target.value);
  document.documentElement.lang = currentLanguage();
  open();
};

const navigation = () => html`<nav aria-label=${t("nav.label")}><ul>${views.filter(view => app.may(view.scope)).map(view =>
  html`<li><a href=${link(view.name)} aria-current=${view === opened ? "page" : nothing}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${view.icon}></path></svg><span>${t(`nav.${view.name}`)}</span></a></li>`)}
  <li class="api"><a href="/api"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m8 6-6 6 6 6m8-12 6 6-6 6"></path></svg>
    <span>${t("nav.api")}</span></a></li></ul></nav>`;

const header = () => html`<header><a class="brand" href="#/overview" aria-label="Kindred"><img src="/console/icon.svg" alt="" width="28" height="28">
    <span>Kindred</span></a><div class="tools">
  ${app.access?.keys && client.hasKey() && app.access.scopes.length > 0
    ? html`<button type="button" id="signout" title=${t("key.scopes", app.access.scopes.join(", "))}
        @click=${signOut}>${t("key.signout")}</button>` : nothing}
  <select id="language" aria-label=${t("language.label")} @change=${chooseLanguage}>${languages.map(language =>
    html`<option value=${language} ?selected=${language === currentLanguage()}>${language === "zh" ? "中文" : "English"}</option>`)}
  </select><button type="button" id="theme" class="icon" aria-label=${t("theme.label")} title=${t("theme.label")}
    @click=${chooseTheme}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18Z" fill="currentColor"></path>
    <circle cx="12" cy="12" r="9"></circle></svg></button></div></header>`;

const keyForm = () => html`<section class="signin card"><h1>${t("key.title")}</h1><p>${t("key.why")}</p>
  ${app.access?.problem ? html`<p class="notice bad" role="alert">${t("key.wrong")}</p>` : nothing}
  <form @submit=${signIn}><label>${t("key.field")}<input id="key" name="key" type="password" autocomplete="off" required></label>
  <button class="primary">${t("key.signin")}</button></form></section>`;

const content = () => {
  if (problem) return failed(problem, start);
  if (app.access === null) return loading();
  if (isSigningIn) return keyForm();
  if (opened && !app.may(opened.scope)) {
    return html`<section class="empty"><h1>${t(`nav.${opened.name}`)}</h1><p>${t("scope.needed", opened.scope)}</p></section>`;
  }
  return current ? html`<h1 class="view">${t(`nav.${opened.name}`)}</h1>${current.render()}` : loading();
};

const page = () => html`${header()}${app.access ? navigation() : nothing}<main id="main" tabindex="-1">${content()}</main>${dialogs()}`;

document.documentElement.lang = currentLanguage();
addEventListener("hashchange", open);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", update);
start();
