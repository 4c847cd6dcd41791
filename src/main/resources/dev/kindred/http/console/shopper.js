import { html, nothing } from "./lit-html.js";
import { ask, Failure, get, itemsOf, post, someUsers } from "./client.js";
import * as parts from "./parts.js";
import { currentLanguage, money, number, percent, t, time } from "./texts.js";

// One shopper: what the shopper did, what the shopper gets, why, and what would be otherwise.

const SHOWN_SCENARIOS = 6;
const SHOWN_ACTIONS = 12;
const ACTIONS_OF_A_SESSION = 50;
const K = 6;

let app;
let id;
let recent;
let scenarios;
let profile;
let chosen; // names of scenarios
let lists; // by name of scenario
let whatIf;

const explained = () => ({ explain: "text", language: currentLanguage(), k: K });

const { Pending } = parts;

const listOf = name => {
  const list = new Pending(async signal => {
    // as a batch, because that gives the lists of shoppers, also to administrators
    const { answers: [{ list: answer, problem }] } = await post("/v1/recommendations/batch", { userIds: [id] },
      { ...explained(), scenario: name, fallback: "popular" }, signal);
    if (!answer) throw new Failure(503, problem, "");
    await itemsOf(parts.idsOf(answer));
    return answer;
  });
  list.load();
  return list;
};

const choose = names => {
  chosen = names;
  for (const name of names) {
    if (!lists.has(name)) lists.set(name, listOf(name));
  }
  parts.update();
};

export const open = ([asked = ""], application) => {
  app = application;
  id = asked;
  lists = new Map();
  chosen = [];
  whatIf = null;
  recent = new Pending(async signal => (await someUsers(200, signal)).slice(0, 16));
  scenarios = new Pending(async signal => {
    const answer = await get("/v1/scenarios", {}, {}, signal);
    const names = answer.scenarios.map(scenario => scenario.name);
    if (id) choose([...names].sort((a, b) => (b === "default") - (a === "default")).slice(0, SHOWN_SCENARIOS));
    return answer.scenarios;
  });
  profile = new Pending(async signal => {
    const answer = await get("/v1/users/{id}/profile", { id }, {}, signal);
    await itemsOf(answer.items.slice(0, ACTIONS_OF_A_SESSION).map(item => item.itemId));
    return answer;
  });
  if (!id && app.may("admin")) recent.load();
  if (id) {
    scenarios.load();
    profile.load();
  }
};

export const close = () => {
  [recent, scenarios, profile, ...lists.values(), whatIf?.result].forEach(pending => pending?.close());
};

const find = event => {
  event.preventDefault();
  const wanted = new FormData(event.target).get("id").trim();
  if (wanted) location.hash = parts.link("shopper", wanted);
};

const finder = () => html`<form class="find" role="search" @submit=${find}><label class="grow">${t("shopper.find")}
  <input id="shopper-id" name="id" dir="auto" .value=${id} autocomplete="off" spellcheck="false"></label>
  <button class="primary">${t("action.show")}</button></form>`;

const start = () => html`${parts.empty(t("shopper.pick"), t("shopper.pick.text"))}
  ${recent.show(users => users.length === 0 ? html`<p class="muted">${t("shopper.nobody")}</p>`
    : html`<h2>${t("shopper.recent")}</h2><ul class="people">${users.map(user => html`<li>
      <a href=${parts.link("shopper", user.userId)}><span class="avatar" aria-hidden="true">${[...user.userId].at(-1)}</span>
      <span class="about"><span class="title" dir="auto">${user.userId}</span>
      <span class="muted small">${parts.word("shopper.lifecycle", user.lifecycle)} · ${parts.since(user.lastSeenMs)}</span></span></a></li>`)}</ul>`)}`;

const facts = known => {
  const strongest = preferences => preferences.slice(0, 5);
  const price = known.preferences.prices[0];
  const busiest = Math.max(...known.habits.hours, 0.0001);
  const tags = (title, entries) => entries.length === 0 ? nothing : html`<div><h3>${title}</h3><ul class="tags">
    ${entries.map(([name, note]) => html`<li class="tag"><span dir="auto">${name}</span>${note ? html` <b>${note}</b>` : nothing}</li>`)}</ul></div>`;
  return html`<div class="facts-grid">
    ${tags(t("shopper.categories"), strongest(known.preferences.categories.filter(({ name }) => name.includes(" > ")))
      .map(({ name, weight }) => [name.split(" > ").slice(-2).join(" › "), percent(weight)]))}
    ${tags(t("shopper.brands"), strongest(known.preferences.brands).map(({ name, weight }) => [name, percent(weight)]))}
    ${price ? html`<div><h3>${t("shopper.price")}</h3><p>${money({ amount: price.low, currency: price.currency })} –
      ${money({ amount: price.high, currency: price.currency })}</p></div>` : nothing}
    <div><h3>${t("shopper.hours")}</h3><div class="hours" role="img" aria-label=${t("shopper.hours")}>${known.habits.hours.map((share, hour) =>
      html`<span title=${`${hour}:00 ${percent(share)}`} .style=${`height:${Math.round(4 + 36 * share / busiest)}px`}></span>`)}</div></div>
    <div><h3>${t("shopper.segments")}</h3>${known.segments.length === 0 ? html`<p class="muted">${t("shopper.segments.none")}</p>`
      : html`<ul class="tags">${known.segments.map(name => html`<li class="tag good">${name}</li>`)}</ul>`}</div>
    <div><h3>${t("shopper.consents")}</h3>${Object.keys(known.consents).length === 0 ? html`<p class="muted">${t("shopper.consents.none")}</p>`
      : html`<ul class="tags">${Object.entries(known.consents).map(([purpose, given]) => html`<li class=${`tag ${given ? "good" : "warn"}`}>
        <span dir="auto">${purpose}</span> <b>${given ? t("shopper.yes") : t("shopper.no")}</b></li>`)}</ul>`}</div>
    ${tags(t("shopper.attributes"), Object.entries(known.attributes))}</div>`;
};

const actionWords = types => types.map(type => parts.word("type", type)).join(", ");

const actions = known => html`<h2>${t("shopper.actions")}</h2>${known.items.length === 0
  ? html`<p class="muted">${t("shopper.actions.none")}</p>` : html`<div class="strip">${parts.cards(known.items.slice(0, SHOWN_ACTIONS).map(item => item.itemId), place => html`<span class="reason">
    ${actionWords(known.items[place].types)} · ${parts.since(known.items[place].touchedMs)}</span>`)}</div>`}
  ${known.items.length > SHOWN_ACTIONS ? html`<p class="muted">${t("shopper.actions.more", number(known.items.length - SHOWN_ACTIONS))}</p>` : nothing}`;

// What changes something asks first.

const merge = () => parts.confirm({
  title: t("shopper.merge.title", id), text: t("shopper.merge.text", id), action: t("shopper.merge.do"),
  body: () => html`<label>${t("shopper.merge.from")}<input name="from" required dir="auto" autocomplete="off"></label>`,
  does: async form => {
    const from = form.get("from").trim();
    await post("/v1/users/{id}/merge", { from }, {}, undefined, { id });
    setTimeout(() => profile.load(), 1500);
    return t("shopper.merge.done", from, id);
  },
});

const forget = () => parts.confirm({
  title: t("shopper.forget.title", id), text: t("shopper.forget.text"), action: t("shopper.forget.do"),
  does: async () => {
    await ask("DELETE", "/v1/users/{id}/attributes", { values: { id } });
    setTimeout(() => profile.load(), 1500);
    return t("shopper.forget.done", id);
  },
});

const data = () => parts.confirm({
  title: t("shopper.data.title", id), text: t("shopper.data.text"), action: t("action.download"),
  does: async () => {
    const held = await get("/v1/users/{id}/data", { id });
    parts.download("data.json", "application/json", JSON.stringify(held, null, 2));
    return t("shopper.data.done", held.searched.length);
  },
});

const receiptOf = async requestId => {
  for (let i = 0; i < 20; i++) {
    const { receipt } = await get("/v1/erasures/{requestId}", { requestId });
    if (receipt) return receipt;
    await new Promise(done => setTimeout(done, 500));
  }
  return null;
};

const erased = (requestId, receipt) => receipt === null ? html`<p>${t("shopper.erase.waiting", requestId)}</p>`
  : html`<p>${receipt.nothingHeld ? t("shopper.erase.nothing") : t("shopper.erase.done", number(receipt.events), number(receipt.cells))}</p>
  <p class="muted small">${t("shopper.erase.request")} <code id="request">${requestId}</code></p>
  ${receipt.mergedInto ? html`<p class="muted small">${t("shopper.erase.merged", receipt.mergedInto)}</p>` : nothing}
  <table><caption>${t("shopper.erase.topics")}</caption><tbody>${Object.entries(receipt.goneByMs).map(([topic, ms]) => html`<tr>
    <th scope="row">${topic}</th><td>${ms < 0 ? t("shopper.erase.never") : time(ms)}</td></tr>`)}</tbody></table>
  <p><button type="button" @click=${() => parts.download(`receipt-${requestId}.json`, "application/json",
    JSON.stringify({ requestId, ...receipt }, null, 2))}>${t("shopper.erase.download")}</button></p>`;

const erase = () => parts.confirm({
  title: t("shopper.erase.title", id), text: t("shopper.erase.text"), action: t("shopper.erase.do"),
  body: () => html`<label>${t("shopper.erase.again")}<input name="again" required dir="auto" autocomplete="off"></label>`,
  does: async form => {
    if (form.get("again") !== id) throw new Failure(400, { detail: t("shopper.erase.differs") }, "");
    const { requestId } = await ask("DELETE", "/v1/users/{id}", { values: { id } });
    const receipt = await receiptOf(requestId);
    setTimeout(() => profile.load(), 1000);
    return erased(requestId, receipt);
  },
});

const person = known => html`<section class="card person"><div class="who"><span class="avatar large" aria-hidden="true">${[...id].at(-1)}</span>
    <div><h2 id="who" dir="auto">${id}</h2><p class="muted">${parts.word("shopper.lifecycle", known.lifecycle)} ·
    ${t("shopper.events", number(known.events), number(known.eventsPerWeek, 1))} · ${t("shopper.since", time(known.firstSeenMs))} ·
    ${t("shopper.last", time(known.lastSeenMs))}</p></div></div>
  ${facts(known)}
  <p class="buttons"><button type="button" id="export" @click=${() => parts.download("profile.json", "application/json",
    JSON.stringify(known, null, 2))}>${t("shopper.export")}</button>
  ${app.may("admin") ? html`<button type="button" id="merge" @click=${merge}>${t("shopper.merge")}</button>
    <button type="button" id="forget" @click=${forget}>${t("shopper.forget")}</button>
    <button type="button" id="data" @click=${data}>${t("shopper.data")}</button>
    <button type="button" id="erase" class="danger" @click=${erase}>${t("shopper.erase")}</button>` : nothing}</p></section>`;

// The lists side by side.

const toggle = name => choose(chosen.includes(name) ? chosen.filter(other => other !== name) : [...chosen, name].slice(-SHOWN_SCENARIOS));

const picker = known => html`<fieldset class="picker"><legend>${t("shopper.lists.choose")}</legend>
  ${known.length > SHOWN_SCENARIOS ? html`<p class="muted small">${t("shopper.lists.limit", chosen.length, known.length)}</p>` : nothing}
  <div class="chips">${known.map(({ name }) => html`<label class="chip"><input type="checkbox" .checked=${chosen.includes(name)}
    @change=${() => toggle(name)}>${name}</label>`)}</div></fieldset>`;

const board = known => html`<h2>${t("shopper.lists")}</h2>${picker(known)}${parts.legend()}
  <div class="columns" tabindex="0" role="group" aria-label=${t("shopper.lists")}>${chosen.map(name => html`<section class="card list" data-scenario=${name}>
    <h3>${name}</h3>${lists.get(name)?.show(answer => html`${answer.fallback
      ? html`<p class="muted small">${t("shopper.list.fallback")}</p>` : nothing}${parts.list(answer)}`) ?? nothing}</section>`)}</div>`;

// What if: the same list from other actions, or by other weights.

const newWhatIf = known => {
  const scenario = chosen[0] ?? "default";
  const definition = JSON.parse(known.find(({ name }) => name === scenario)?.definition ?? "{}");
  return {
    scenario, definition, weights: { ...definition.weights }, isOfWeights: false, found: [], words: "", type: "CLICK",
    actions: profile.value ? profile.value.items.slice(0, ACTIONS_OF_A_SESSION).flatMap(item =>
      item.types.map(type => ({ itemId: item.itemId, type, timestampMs: item.touchedMs }))) : [],
    removed: new Set(), added: [], result: undefined,
  };
};

const sessionList = async (events, signal) => {
  if (events.length === 0) return { items: [], empty: t("shopper.actions.none") };
  const answer = await post("/v1/recommendations", { events }, { ...explained(), scenario: whatIf.scenario }, signal);
  await itemsOf(parts.idsOf(answer));
  return answer;
};

const preview = async (definition, signal) => {
  const scenarioList = { scenarios: { preview: definition } };
  const { answers: [answer] } = await post("/v1/scenarios/preview",
    { userIds: [id], yaml: JSON.stringify(scenarioList), scenario: "preview" }, explained(), signal);
  if (!answer.list) throw new Failure(503, answer.problem, "");
  await itemsOf(parts.idsOf(answer.list));
  return answer.list;
};

const compute = () => {
  whatIf.result ??= new Pending(async signal => {
    if (whatIf.isOfWeights) {
      return Promise.all([preview(whatIf.definition, signal),
        preview({ ...whatIf.definition, weights: whatIf.weights }, signal)]);
    }
    const kept = whatIf.actions.filter((action, place) => !whatIf.removed.has(place));
    return Promise.all([sessionList(whatIf.actions, signal),
      sessionList([...kept, ...whatIf.added], signal)]);
  });
  clearTimeout(whatIf.timer);
  whatIf.timer = setTimeout(() => whatIf?.result.load(), 200); // while a slider moves
};

const begin = known => {
  whatIf = newWhatIf(known);
  compute();
  parts.update();
};

const search = event => {
  whatIf.words = event.target.value;
  clearTimeout(whatIf.searching);
  whatIf.searching = setTimeout(async () => {
    const found = whatIf.words.trim() ? (await get("/v1/items", {}, { q: whatIf.words, k: 6 })).items : [];
    await itemsOf(found.map(item => item.itemId));
    whatIf.found = found;
    parts.update();
  }, 250);
};

const add = itemId => {
  whatIf.added = [...whatIf.added, { itemId, type: whatIf.type, timestampMs: Date.now() }];
  compute();
  parts.update();
};

const removeButton = (name, action) => html`<button type="button" class="icon remove" aria-label=${t("shopper.whatif.remove", name)}
  title=${t("shopper.whatif.remove", name)} @click=${action}>×</button>`;

const actionEditor = () => {
  const line = (action, button, place) => parts.row(action.itemId,
    { place, lines: html`<p class="reason">${parts.word("type", action.type)}</p>`, extra: button });
  const name = action => parts.known(action.itemId).title || action.itemId;
  return html`<div class="columns two"><section class="card"><h3>${t("shopper.actions")}</h3><ul class="rows short" id="whatif-actions">
    ${whatIf.added.map((action, place) => line(action, removeButton(name(action), () => {
      whatIf.added = whatIf.added.filter((other, i) => i !== place);
      compute();
    }), { isNew: true }))}
    ${whatIf.actions.map((action, place) => whatIf.removed.has(place)
      ? line(action, html`<button type="button" class="icon" aria-label=${t("action.reset")} @click=${() => {
        whatIf.removed.delete(place);
        compute();
      }}>↺</button>`, { isGone: true })
      : line(action, removeButton(name(action), () => {
        whatIf.removed.add(place);
        compute();
        parts.update();
      })))}</ul></section>
    <section class="card"><h3>${t("shopper.whatif.add")}</h3><div class="find">
    <label>${t("shopper.whatif.type")}<select id="whatif-type" @change=${event => { whatIf.type = event.target.value; }}>
      ${["BROWSE", "CLICK", "CART", "PURCHASE", "DISLIKE"].map(type => html`<option value=${type} ?selected=${type === whatIf.type}>
        ${parts.word("type", type)}</option>`)}</select></label>
    <label class="grow">${t("shopper.whatif.item")}<input id="whatif-search" type="search" placeholder=${t("items.find.hint")} @input=${search}></label></div>
    <ul class="rows short">${whatIf.found.map(item => parts.row(item.itemId, { extra: html`<button type="button" class="icon"
      aria-label=${`${t("shopper.whatif.add")}: ${item.title || item.itemId}`} @click=${() => add(item.itemId)}>+</button>` }))}</ul></section></div>`;
};

const weightEditor = () => html`<div class="card sliders">${Object.keys(whatIf.weights).map(name => html`<label>
  <span>${parts.word("strategy", name.toUpperCase().replace("-", "_"))}</span><input type="range" min="0" max="1" step="0.05"
  .value=${String(whatIf.weights[name])} @input=${event => {
    const next = { ...whatIf.weights, [name]: Number(event.target.value) };
    if (Object.values(next).some(weight => weight > 0)) whatIf.weights = next;
    compute();
    parts.update();
  }}><output>${number(whatIf.weights[name], 2)}</output></label>`)}</div>`;

const laboratory = known => html`<h2>${t("shopper.whatif")}</h2>${whatIf === null
  ? html`<p><button type="button" id="whatif" @click=${() => begin(known)}>${t("shopper.whatif")}</button></p>`
  : html`<p class="muted">${whatIf.isOfWeights ? nothing : t("shopper.whatif.text")}</p>
  <div class="find"><label>${t("shopper.whatif.scenario")}<select id="whatif-scenario" @change=${event => {
    chosen = [event.target.value, ...chosen.filter(name => name !== event.target.value)];
    choose(chosen.slice(0, SHOWN_SCENARIOS));
    const { isOfWeights, added, removed } = whatIf;
    whatIf.result?.close();
    whatIf = { ...newWhatIf(known), isOfWeights, added, removed };
    compute();
  }}>${known.map(({ name }) => html`<option value=${name} ?selected=${name === whatIf.scenario}>${name}</option>`)}</select></label>
  <div class="chips" role="group">${[false, true].map(isOfWeights => html`<button type="button" class="chip"
    aria-pressed=${whatIf.isOfWeights === isOfWeights ? "true" : "false"} data-weights=${isOfWeights ? "true" : "false"} @click=${() => {
      whatIf.isOfWeights = isOfWeights;
      compute();
      parts.update();
    }}>${t(isOfWeights ? "shopper.whatif.weights" : "shopper.whatif.actions")}</button>`)}</div></div>
  ${whatIf.isOfWeights ? weightEditor() : actionEditor()}
  <div id="whatif-result">${whatIf.result?.show(([now, then]) =>
    parts.compared(now, then, [t("shopper.whatif.now"), t("shopper.whatif.then")])) ?? nothing}</div>`}`;

const shopper = () => {
  const isUnknown = profile.failure?.kind === "unknown-user";
  return html`${isUnknown ? parts.empty(t("shopper.unknown"), t("shopper.unknown.text")) : profile.show(person)}
    ${isUnknown ? nothing : profile.value ? actions(profile.value) : nothing}
    ${scenarios.show(board)}
    ${!isUnknown && scenarios.value && profile.value ? laboratory(scenarios.value) : nothing}`;
};

export const render = () => html`${finder()}${id ? shopper() : start()}`;
