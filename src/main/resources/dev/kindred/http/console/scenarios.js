import { html, nothing } from "./lit-html.js";
import { Failure, get, itemsOf, post, someUsers } from "./client.js";
import * as parts from "./parts.js";
import { currentLanguage, number, t } from "./texts.js";

// The text of the scenarios, checked as it is typed, and its effect on ten shoppers. The file stays the source.

const USERS = 10;
const K = 6;
const CHECK_AFTER_MS = 300;

let app;
let source; // the text in the file
let text = null;
let checked; // the check of the text: {scenarios, line, mistake}
let isChecking = false;
let checking;
let timer;
let wanted = "";
let users = "";
let preview;

export const open = (asked, application) => {
  app = application;
  preview = undefined;
  source = new parts.Pending(async signal => {
    const answer = await get("/v1/scenarios", {}, {}, signal);
    text ??= answer.yaml;
    wanted ||= answer.scenarios[0]?.name ?? "default";
    check();
    return answer;
  });
  source.load();
};

export const close = () => {
  clearTimeout(timer);
  checking?.abort();
  [source, preview].forEach(pending => pending?.close());
};

const check = async () => {
  checking?.abort();
  const { signal } = checking = new AbortController();
  isChecking = true;
  parts.update();
  try {
    const answer = await post("/v1/scenarios/check", { yaml: text }, {}, signal);
    checked = answer;
    if (!answer.mistake && !answer.scenarios.includes(wanted)) [wanted] = answer.scenarios;
  } catch (failure) {
    if (failure.name === "AbortError") return;
    if (!(failure instanceof Failure)) throw failure;
    checked = { scenarios: [], mistake: parts.sentence(failure), line: undefined };
  }
  isChecking = false;
  parts.update();
};

const type = event => {
  text = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(check, CHECK_AFTER_MS);
  parts.update();
};

const scroll = event => {
  event.target.parentElement.querySelector(".numbers").scrollTop = event.target.scrollTop;
};

const status = () => {
  if (isChecking || !checked) return html`<p class="status" role="status">${t("scenarios.checking")}</p>`;
  return checked.mistake
    ? html`<p class="status bad" id="mistake" role="alert">${checked.line ? t("scenarios.mistake", checked.line, checked.mistake) : checked.mistake}</p>`
    : html`<p class="status good" id="valid" role="status">✓ ${t("scenarios.ok", checked.scenarios.length)}</p>`;
};

const editor = () => html`<div class="editor"><div class="numbers" aria-hidden="true">${text.split("\n").map((line, place) =>
  html`<span class=${checked?.mistake && checked.line === place + 1 ? "wrong" : ""}>${place + 1}</span>`)}</div>
  <textarea id="yaml" spellcheck="false" wrap="off" aria-label=${t("scenarios.editor")} .value=${text} @input=${type} @scroll=${scroll}></textarea></div>`;

// The difference by lines: what the longest common subsequence leaves out. Equal beginnings and ends are cut first.

const difference = (before, after) => {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let end = 0;
  while (end < before.length - from && end < after.length - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  const a = before.slice(from, before.length - end);
  const b = after.slice(from, after.length - end);
  if (a.length * b.length > 1e6) { // far apart: all of it
    return [...a.map(line => ["-", line]), ...b.map(line => ["+", line])];
  }
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push([" ", a[i++]]);
      j++;
    } else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) {
      lines.push(["-", a[i++]]);
    } else {
      lines.push(["+", b[j++]]);
    }
  }
  return lines;
};

const changes = yaml => {
  if (yaml === text) return html`<p class="muted">${t("scenarios.unchanged")}</p>`;
  const lines = difference(yaml.split("\n"), text.split("\n"));
  const counted = sign => lines.filter(([mark]) => mark === sign).length;
  return html`<details class="card" id="changes"><summary>${t("scenarios.changes")}: ${t("scenarios.changed", counted("+"), counted("-"))}</summary>
    <pre class="diff" tabindex="0">${lines.map(([mark, line]) => html`<span class=${mark === "+" ? "plus" : mark === "-" ? "minus" : ""}>${mark} ${line}
</span>`)}</pre></details>`;
};

// The preview.

const shoppers = async signal => {
  const given = users.split(",").map(user => user.trim()).filter(user => user);
  if (given.length > 0 || !app.may("admin")) return given.slice(0, USERS);
  return (await someUsers(200, signal)).slice(0, USERS).map(user => user.userId);
};

const run = event => {
  event.preventDefault();
  const yaml = text;
  const scenario = wanted;
  const isNew = !source.value.scenarios.some(({ name }) => name === scenario);
  preview?.close();
  preview = new parts.Pending(async signal => {
    const userIds = await shoppers(signal);
    if (userIds.length === 0) return { isNew, scenario, answers: [] };
    const explained = { explain: "true", k: K, language: currentLanguage() };
    const [before, after] = await Promise.all([
      isNew ? { answers: userIds.map(userId => ({ userId })) }
        : post("/v1/recommendations/batch", { userIds }, { ...explained, scenario }, signal),
      post("/v1/scenarios/preview", { userIds, yaml, scenario }, explained, signal)]);
    await itemsOf([...before.answers, ...after.answers].flatMap(answer => answer.list ? parts.idsOf(answer.list) : []));
    return {
      isNew, scenario,
      answers: userIds.map((userId, place) => ({
        userId, before: before.answers[place].list, after: after.answers[place].list,
        problem: after.answers[place].problem?.detail,
      })),
    };
  });
  preview.load();
};

const effect = ({ isNew, answers }) => {
  if (answers.length === 0) return html`<p class="muted">${t("scenarios.preview.none")}</p>`;
  const found = answers.map(({ before, after }) => before && after ? parts.differences(before, after) : null);
  const changed = found.filter(one => one && one.added + one.moved + one.removed > 0).length;
  const added = found.reduce((sum, one) => sum + (one?.added ?? 0), 0);
  return html`<p class="summary" id="effect" role="status">${isNew ? t("scenarios.preview.new")
    : t("scenarios.preview.summary", changed, answers.length, number(added))}</p>
    ${answers.map(({ userId, before, after, problem }, place) => html`<section class="card before-after"><h3><a dir="auto"
      href=${parts.link("shopper", userId)}>${userId}</a></h3>${problem ? html`<p class="muted">${problem}</p>` : html`<div class="columns two">
      ${before ? html`<div><h4>${t("scenarios.preview.before")}</h4>${parts.list(before, found[place].gone)}</div>` : nothing}
      <div><h4>${t("scenarios.preview.after")}</h4>${parts.list(after, found[place]?.places)}</div></div>`}</section>`)}`;
};

const previewForm = () => html`<h2>${t("scenarios.preview")}</h2><form class="find" @submit=${run}>
  <label>${t("scenarios.preview.of")}<select id="preview-scenario" @change=${event => { wanted = event.target.value; }}>
    ${(checked?.scenarios ?? []).map(name => html`<option value=${name} ?selected=${name === wanted}>${name}</option>`)}</select></label>
  <label class="grow">${t("scenarios.preview.users")}<input id="preview-users" dir="auto" .value=${users} autocomplete="off"
    @input=${event => { users = event.target.value; }}></label>
  <button class="primary" id="preview" ?disabled=${!checked || Boolean(checked.mistake)}>${t("scenarios.preview.run")}</button></form>
  ${preview?.show(effect) ?? nothing}`;

const whole = ({ yaml }) => html`<p class="muted">${t("scenarios.text")}</p>${editor()}${status()}
  <p class="buttons"><button type="button" id="download" @click=${() => parts.download("scenarios.yaml", "application/yaml", text)}>
    ${t("action.download")}</button><button type="button" id="reset" ?disabled=${text === yaml} @click=${() => {
      text = yaml;
      check();
    }}>${t("action.reset")}</button></p>${changes(yaml)}${previewForm()}`;

export const render = () => source.show(whole);
