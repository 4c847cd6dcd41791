import { html, nothing } from "./lit-html.js";
import { get, itemsOf, post, someUsers } from "./client.js";
import * as parts from "./parts.js";
import { number, percent, t } from "./texts.js";

// Coverage and concentration of the lists that shoppers get now, and a report of 'kindred evaluate --json'.

const USERS = 100;
const FREQUENT = 12;

let app;
let names;
let scenario = "default";
let live;
let report = null;
let isWrong = false;

/** The Gini coefficient of counts, among which items without any count as 0. Source: Gini 1912, in its sorted form. */
const gini = (counts, items) => {
  const sorted = [...counts, ...Array(Math.max(0, items - counts.length)).fill(0)].sort((a, b) => a - b);
  const sum = sorted.reduce((total, count) => total + count, 0);
  const weighted = sorted.reduce((total, count, place) => total + (2 * (place + 1) - sorted.length - 1) * count, 0);
  return sum === 0 ? 0 : weighted / (sorted.length * sum);
};

const measure = async signal => {
  const users = await someUsers(USERS, signal);
  if (users.length === 0) return { users: 0 };
  const [{ answers }, summary] = await Promise.all([
    post("/v1/recommendations/batch", { userIds: users.map(user => user.userId) }, { scenario }, signal),
    get("/v1/items/summary", {}, {}, signal)]);
  const lists = answers.filter(answer => answer.list).map(answer => answer.list.items.map(item => item.itemId));
  const counts = new Map();
  lists.flat().forEach(id => counts.set(id, (counts.get(id) ?? 0) + 1));
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  await itemsOf(frequent.slice(0, FREQUENT).map(([id]) => id));
  const all = lists.flat().length;
  return {
    users: lists.length, scenario, items: Math.max(summary.items, counts.size), covered: counts.size, frequent,
    gini: gini([...counts.values()], Math.max(summary.items, counts.size)),
    top: all === 0 ? 0 : frequent.slice(0, 10).reduce((sum, [, count]) => sum + count, 0) / all,
    length: all / Math.max(1, lists.length), emptyLists: lists.filter(list => list.length === 0).length,
  };
};

export const open = (asked, application) => {
  app = application;
  names = new parts.Pending(async signal => (await get("/v1/scenarios", {}, {}, signal)).scenarios.map(({ name }) => name));
  live = new parts.Pending(measure);
  names.load();
  if (app.may("admin")) live.load();
};

export const close = () => [names, live].forEach(pending => pending.close());

const read = async event => {
  const [file] = event.target.files;
  if (!file) return;
  try {
    const json = JSON.parse(await file.text());
    report = json.protocol && json.strategy ? json : null;
  } catch { // no JSON
    report = null;
  }
  isWrong = report === null;
  parts.update();
};

const measured = result => result.users === 0 ? html`<p class="muted">${t("quality.nobody")}</p>` : html`
  <p class="muted">${t("quality.live.text", number(result.users), result.scenario)}</p><div class="tiles">
  ${parts.tile(t("quality.coverage"), percent(result.covered / Math.max(1, result.items), 1),
    t("quality.coverage.note", number(result.covered), number(result.items)))}
  ${parts.tile(t("quality.gini"), number(result.gini, 2), t("quality.gini.note"))}
  ${parts.tile(t("quality.top"), percent(result.top, 1))}
  ${parts.tile(t("quality.lengths"), number(result.length, 1), t("quality.lengths.note", number(result.emptyLists)))}</div>
  <h3>${t("quality.frequent")}</h3><ol class="rows wide">${result.frequent.slice(0, FREQUENT).map(([id, count]) => parts.row(id, {
    lines: html`<div class="bar" role="img" aria-label=${t("quality.frequent.in", count, result.users)}><div .style=${`width:${100 * count / result.users}%`}>
      <span class="ITEM_BASED whole"></span></div></div><p class="reason">${t("quality.frequent.in", count, result.users)}</p>` }))}</ol>`;

const runs = json => json.runs ?? [json];

const table = json => {
  const metrics = Object.keys(json).filter(name => name.includes("@"));
  const others = ["coverage", "gini", "novelty", "diversity"].filter(name => typeof json[name] === "number");
  return html`<p class="muted">${json.protocol} · ${t("quality.report.k", json.k)} · ${number(json.predictions)}</p>
    <div class="scroll" tabindex="0"><table id="report"><thead><tr><th scope="col">${t("quality.report.contender")}</th>
    ${[...metrics, ...others].map(name => html`<th scope="col" class="figure">${name}</th>`)}</tr></thead>
    <tbody>${runs(json).map(run => html`<tr><th scope="row">${run.strategy}</th>${[...metrics, ...others].map(name =>
      html`<td class="figure">${number(run[name], 4)}</td>`)}</tr>`)}</tbody></table></div>`;
};

export const render = () => html`<h2>${t("quality.live")}</h2>
  ${app.may("admin") ? html`<form class="find" @submit=${event => {
    event.preventDefault();
    live.load();
  }}><label>${t("quality.scenario")}<select id="quality-scenario" @change=${event => { scenario = event.target.value; }}>
    ${(names.value ?? ["default"]).map(name => html`<option value=${name} ?selected=${name === scenario}>${name}</option>`)}</select></label>
    <button class="primary" id="measure">${t("quality.run")}</button></form>${live.show(measured)}`
    : html`<p class="muted">${t("scope.needed", "admin")}</p>`}
  <h2>${t("quality.report")}</h2><p class="muted">${t("quality.report.text")}</p>
  <p><label class="file"><span>${t("quality.report.open")}</span><input id="report-file" type="file" accept=".json,application/json" @change=${read}></label></p>
  ${isWrong ? html`<p class="notice bad" role="alert">${t("quality.report.wrong")}</p>` : nothing}
  ${report ? table(report) : nothing}`;
