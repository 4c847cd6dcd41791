import { html, nothing } from "./lit-html.js";
import { Failure, get, itemsOf } from "./client.js";
import { Chart } from "./charts.js";
import { cards, empty, failed, loading, tile, update, word } from "./parts.js";
import { bytes, milliseconds, number, t } from "./texts.js";

// The figures of the instance, now and during the last hour. Asks every five seconds while the page can be seen.

const EVERY_MS = 5000;

let live = null;
let samples = [];
let trending = null;
let failure = null;
let timer;
let stop;
let charts = [];

const columns = (...names) => [samples.map(sample => sample.timeMs / 1000),
  ...names.map(name => samples.map(sample => sample[name] ?? null))];

const draw = () => {
  if (samples.length < 2) return;
  const [flow, latency, waiting, memory] = charts;
  flow.show(columns("eventsPerSecond", "listsPerSecond"));
  latency.show(columns("latencyP50Ms", "latencyP99Ms"));
  waiting.show(columns("waiting"));
  memory.show([columns()[0], samples.map(sample => sample.heapBytes / 1e6)]);
};

const look = async () => {
  clearTimeout(timer);
  if (document.hidden) return; // an idle tab costs nothing
  const { signal } = stop;
  try {
    live = await get("/v1/live", {}, { since: samples.at(-1)?.timeMs }, signal);
    samples = [...samples, ...live.samples].filter(sample => sample.timeMs > Date.now() - 3_600_000);
    const found = (await get("/v1/items/trending", {}, { k: 12 }, signal)).items.map(item => item.itemId);
    await itemsOf(found);
    trending = found;
    failure = null;
    draw();
  } catch (problem) {
    if (problem.name === "AbortError") return;
    if (!(problem instanceof Failure)) throw problem;
    if (!live || problem.kind !== "not-ready") failure = problem;
  }
  update();
  timer = setTimeout(look, EVERY_MS);
};

const onVisible = () => {
  if (!document.hidden) look();
};

export const open = () => {
  samples = [];
  live = null;
  stop = new AbortController();
  charts = [
    new Chart(() => t("overview.chart.flow"), [
      { name: () => t("series.events"), stroke: "--chart-1", fill: "--chart-1-fill" },
      { name: () => t("series.lists"), stroke: "--chart-2" }]),
    new Chart(() => t("overview.chart.latency"), [
      { name: () => t("series.p50"), stroke: "--chart-1" },
      { name: () => t("series.p99"), stroke: "--chart-3" }]),
    new Chart(() => t("overview.chart.waiting"), [
      { name: () => t("series.waiting"), stroke: "--chart-3", fill: "--chart-3-fill" }]),
    new Chart(() => t("overview.chart.memory"), [
      { name: () => t("series.memory"), stroke: "--chart-2", fill: "--chart-2-fill" }]),
  ];
  document.addEventListener("visibilitychange", onVisible);
  look();
};

export const close = () => {
  clearTimeout(timer);
  stop.abort();
  document.removeEventListener("visibilitychange", onVisible);
  charts.forEach(chart => chart.close());
};

const latest = () => samples.at(-1);

const tiles = () => {
  const now = latest();
  const within = [...samples].reverse().find(sample => sample.latencyP50Ms !== undefined);
  const isFresh = within && within.timeMs > Date.now() - 60_000;
  return html`<div class="tiles">
    ${tile(t("overview.events"), number(now?.eventsPerSecond, 0), word("state", live.state), live.ready ? "good" : "warn")}
    ${tile(t("overview.lists"), number(now?.listsPerSecond, 0))}
    ${tile(t("overview.latency"), isFresh ? milliseconds(within.latencyP50Ms) : "–",
      isFresh ? t("overview.latency.note", milliseconds(within.latencyP99Ms)) : t("overview.latency.none"))}
    ${tile(t("overview.waiting"), number(now?.waiting),
      now?.waiting > 0 ? t("overview.waiting.some") : t("overview.waiting.none"))}
    ${tile(t("overview.users"), number(live.users), t("overview.users.note", number(live.items)))}
    ${tile(t("overview.catalog"), number(live.catalog))}
    ${tile(t("overview.rejected"), number(now?.rejected), t("overview.rejected.note"), now?.rejected > 0 ? "warn" : "")}
    ${tile(t("overview.instances"), number(live.instances), t("overview.partitions", live.partitions))}
    ${tile(t("overview.requests"), number(now?.requestsPerSecond, 1))}
    ${tile(t("overview.memory"), now ? bytes(now.heapBytes) : "–", t("overview.memory.note", bytes(live.heapMaxBytes)))}
  </div>`;
};

export const render = () => {
  if (!live) return failure ? failed(failure, look) : loading();
  return html`${failure ? failed(failure, look) : nothing}
    ${live.obstacle ? html`<section class="notice wait" role="status"><h2>${t("restoring.title")}</h2>
      <p>${t("restoring.text", live.obstacle)}</p></section>` : nothing}
    ${live.ready && live.users === 0 ? empty(t("overview.empty.title"), t("overview.empty.text")) : nothing}
    ${tiles()}
    <h2>${t("overview.trending")}</h2>
    ${trending === null ? loading() : trending.length === 0
      ? html`<p class="muted">${t("overview.trending.empty")}</p>` : html`<div class="strip">${cards(trending)}</div>`}
    <h2>${t("overview.charts")}</h2>
    ${samples.length < 2 ? html`<p class="muted" role="status">${t("overview.collecting")}</p>` : nothing}
    <div class=${`charts ${samples.length < 2 ? "hidden" : ""}`}>${charts.map(chart => chart.template())}</div>`;
};
