import { html, nothing } from "./lit-html.js";
import { get } from "./client.js";
import * as parts from "./parts.js";
import { milliseconds, number, t, time } from "./texts.js";

// For the person on call: state, lag, files, rejected records, topics and settings.

const EVERY_MS = 5000;

let status;
let access;
let letters;
let topics;
let settings;
let timer;
let words = "";
let isChangedOnly = false;

const look = async () => {
  clearTimeout(timer);
  if (document.hidden) return; // an idle tab costs nothing
  await status.load();
  timer = setTimeout(look, EVERY_MS);
};

const onVisible = () => {
  if (!document.hidden) look();
};

export const open = (asked, app) => {
  access = app.access;
  status = new parts.Pending(signal => get("/v1/status", {}, {}, signal));
  letters = new parts.Pending(async signal => (await get("/v1/dead-letters", {}, { limit: 50 }, signal)).letters);
  topics = new parts.Pending(signal => get("/v1/topics", {}, {}, signal));
  settings = new parts.Pending(async signal => (await get("/v1/settings", {}, {}, signal)).settings);
  [letters, topics, settings].forEach(pending => pending.load());
  document.addEventListener("visibilitychange", onVisible);
  look();
};

export const close = () => {
  clearTimeout(timer);
  document.removeEventListener("visibilitychange", onVisible);
  [status, letters, topics, settings].forEach(pending => pending.close());
};

const progress = restoring => html`<h2>${t("operations.restoring")}</h2><ul class="rows wide">${restoring.map(store => html`<li class="row">
  <div class="about"><span class="title">${store.store}</span><progress max=${Math.max(1, store.expected)} value=${store.restored}
  aria-label=${store.store}></progress><span class="muted small">${number(store.restored)} / ${number(store.expected)}</span></div></li>`)}</ul>`;

const partitions = lag => html`<h2>${t("operations.partitions")}</h2><div class="scroll" tabindex="0"><table id="partitions"><thead><tr>
  <th scope="col">${t("operations.topic")}</th><th scope="col" class="figure">${t("operations.partition")}</th><th scope="col"></th>
  <th scope="col" class="figure">${t("operations.records")}</th><th scope="col" class="figure">${t("operations.age")}</th></tr></thead>
  <tbody>${lag.partitions.map(partition => html`<tr><td>${partition.topic}</td><td class="figure">${partition.partition}</td>
    <td>${t(partition.own ? "operations.here" : "operations.elsewhere")}</td><td class="figure">${number(partition.records)}</td>
    <td class="figure">${partition.seconds === undefined ? "–" : milliseconds(1000 * partition.seconds)}</td></tr>`)}</tbody></table></div>`;

const files = all => html`<h2>${t("operations.files")}</h2><ul class="rows wide">${all.map(file => html`<li class="row"><div class="about">
  <span class="title">${parts.word("operations.file", file.name)}</span><span class="facts"><code>${file.file ?? t("operations.file.own")}</code>
  <span class="muted">${t("operations.file.loaded", time(Date.parse(file.loaded)))}</span></span>
  ${file.error ? html`<p class="notice bad">${t("operations.file.error", file.error)}</p>` : nothing}</div></li>`)}</ul>`;

const state = now => html`<div class="tiles">
  ${parts.tile(t("operations.state"), parts.word("state", now.state), now.ready ? t("operations.ready") : now.obstacle, now.ready ? "good" : "warn")}
  ${parts.tile(t("operations.brokers"), now.brokers.reachable ? "✓" : "✗",
    t(now.brokers.reachable ? "operations.brokers.ok" : "operations.brokers.away", time(Date.parse(now.brokers.since))), now.brokers.reachable ? "good" : "bad")}
  ${parts.tile(t("operations.lag"), number(now.lag.records),
    now.lag.seconds > 0 ? t("operations.lag.age", milliseconds(1000 * now.lag.seconds)) : t("overview.waiting.none"))}
  ${parts.tile(t("operations.matrix"), number(now.matrix.users), t("operations.matrix.note", number(now.matrix.cells), number(now.matrix.items)))}
  ${parts.tile(t("operations.partitions"), number(now.partitions.length), t("operations.version", access.version))}</div>
  ${now.restoring.length > 0 ? progress(now.restoring) : nothing}
  ${partitions(now.lag)}${files(now.files)}
  ${now.standbys.length > 0 ? html`<h2>${t("operations.standbys")}</h2><ul class="tags">${now.standbys.map(copy => html`<li class="tag">
    ${copy.store} ${copy.partition} <b>${number(copy.records)}</b></li>`)}</ul>` : nothing}`;

const letter = one => html`<details class="card letter"><summary><span class="tag warn">${one.reason}</span>
  <span class="grow" dir="auto">${one.detail}</span><span class="muted small">${parts.since(one.timestampMs)}</span></summary>
  <p class="muted small">${one.topic} ${one.position} · ${time(one.timestampMs)} · ${t("operations.letters.bytes", number(one.bytes))}
    ${one.key === undefined ? nothing : html` · ${t("operations.letters.key")} <code dir="auto">${one.key}</code>`}</p>
  <pre tabindex="0" dir="auto">${one.decoded ?? one.preview}</pre></details>`;

const rejected = all => html`${Object.keys(status.value?.deadLetters ?? {}).length > 0 ? html`<p class="muted">${t("operations.letters.reasons")}</p>
  <ul class="tags">${Object.entries(status.value.deadLetters).map(([reason, count]) => html`<li class="tag warn">${reason} <b>${number(count)}</b></li>`)}</ul>` : nothing}
  ${all.length === 0 ? html`<p class="muted">${t("operations.letters.none")}</p>` : all.map(letter)}`;

const plan = answer => html`${answer.differences.map(sentence => html`<p class="notice bad">${sentence}</p>`)}
  ${answer.differences.length === 0 ? html`<p>✓ ${t("operations.topics.ok", answer.existing.length)}</p>` : nothing}
  ${answer.missing.length > 0 ? html`<p class="muted">${t("operations.topics.missing", answer.missing.join(", "))}</p>` : nothing}`;

const table = all => {
  const shown = all.filter(setting => setting.key.includes(words.trim().toLowerCase()) && (!isChangedOnly || setting.changed));
  return html`<div class="find"><label class="grow">${t("operations.settings.find")}<input id="setting-search" type="search" .value=${words}
    @input=${event => {
      words = event.target.value;
      parts.update();
    }}></label><label class="check"><input id="changed-only" type="checkbox" .checked=${isChangedOnly} @change=${event => {
      isChangedOnly = event.target.checked;
      parts.update();
    }}> ${t("operations.settings.changed")}</label></div>
    ${shown.length === 0 ? html`<p class="muted">${t("operations.settings.none")}</p>` : html`<div class="scroll tall" tabindex="0"><table id="settings"><thead><tr>
    <th scope="col">${t("operations.setting")}</th><th scope="col">${t("operations.value")}</th><th scope="col">${t("operations.place")}</th></tr></thead>
    <tbody>${shown.map(setting => html`<tr class=${setting.changed ? "changed" : ""}><td><code>${setting.key}</code></td>
      <td class="value">${setting.value}</td><td class="muted">${setting.place}</td></tr>`)}</tbody></table></div>`}`;
};

export const render = () => html`${status.show(state)}
  <h2>${t("operations.letters")}</h2>${letters.show(rejected)}
  <h2>${t("operations.topics")}</h2>${topics.show(plan)}
  <h2>${t("operations.settings")}</h2>${settings.show(table)}`;
