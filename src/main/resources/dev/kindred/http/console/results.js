import { html, nothing, svg } from "./lit-html.js";
import { get } from "./client.js";
import * as parts from "./parts.js";
import { currentLanguage, number, percent, t } from "./texts.js";

// What lists brought: outcomes by scenario and variant, and experiments with their verdicts.

const DAYS = [1, 7, 30, 90];
const WIDTH = 240; // of the picture of an interval
const DAY_MS = 24 * 3600 * 1000;
const HISTORY_DAYS = 30;
const BAR = 12; // width of a day
const HEIGHT = 60;

let days = 7;
let outcomes;
let experiments;

const firstDay = count => new Date(Date.now() - (count - 1) * DAY_MS).toISOString().slice(0, 10);

export const open = () => {
  outcomes = new parts.Pending(signal => get("/v1/outcomes", {}, { from: firstDay(days) }, signal));
  experiments = new parts.Pending(async signal => {
    const [tried, daily] = await Promise.all([get("/v1/experiments", {}, { language: currentLanguage() }, signal),
      get("/v1/outcomes", {}, { from: firstDay(HISTORY_DAYS), by: "DAY" }, signal)]);
    return tried.experiments.map(one => ({ ...one, days: byDay(one, daily.outcomes) }));
  });
  outcomes.load();
  experiments.load();
};

export const close = () => [outcomes, experiments].forEach(pending => pending.close());

const rate = share => percent(share, 2);

// Experiments.

/** The interval of a difference, around the line of no difference; all of an experiment have one scale. */
const interval = (variant, reach) => {
  if (variant.low === undefined) return nothing;
  const x = value => WIDTH / 2 + WIDTH / 2 * Math.max(-1, Math.min(1, value / reach));
  const kind = variant.low > 0 ? "good" : variant.high < 0 ? "bad" : "even";
  return html`<svg class="interval ${kind}" viewBox="0 0 ${WIDTH} 20" role="img"
    aria-label=${t("results.interval", rate(variant.low), rate(variant.high))}>${svg`<line class="zero" x1=${WIDTH / 2} x2=${WIDTH / 2} y1="0" y2="20"></line>
    <line class="range" x1=${x(variant.low)} x2=${x(variant.high)} y1="10" y2="10"></line>
    <circle cx=${x(variant.difference)} cy="10" r="5"></circle>`}</svg>`;
};

/** For each day with lists, the fraction of them that each variant made. Lists from before the experiment are the control's. */
const byDay = ({ scenario, variants }, rows) => {
  const lists = new Map();
  rows.filter(row => row.listed && row.scenario === scenario).forEach(row => {
    const day = lists.get(row.part) ?? lists.set(row.part, new Map()).get(row.part);
    const variant = row.variant || "control";
    day.set(variant, (day.get(variant) ?? 0) + row.lists);
  });
  return [...lists].sort(([one], [other]) => one < other ? -1 : 1).flatMap(([day, byVariant]) => {
    const all = variants.reduce((sum, { name }) => sum + (byVariant.get(name) ?? 0), 0);
    return all === 0 ? [] : [{ day, shares: variants.map(({ name }) => (byVariant.get(name) ?? 0) / all) }];
  });
};

/** One bar for each day, divided among the variants. */
const shareHistory = ({ variants, days: history }) => {
  if (history.length === 0) return nothing;
  const words = ({ day, shares }) => `${day}: ${variants.map(({ name }, i) => `${name} ${percent(shares[i])}`).join(", ")}`;
  const bars = history.map(({ day, shares }, x) => {
    let top = 0;
    return svg`<g><title>${words({ day, shares })}</title>${shares.map((share, i) => {
      const from = top;
      top += share * HEIGHT;
      return svg`<rect class="variant-${i % 6}" x=${x * (BAR + 2)} y=${from} width=${BAR} height=${share * HEIGHT}></rect>`;
    })}</g>`;
  });
  return html`<figure class="history"><svg viewBox="0 0 ${HISTORY_DAYS * (BAR + 2)} ${HEIGHT}" role="img" aria-label=${history.map(words).join("; ")}>${bars}</svg>
    <figcaption class="muted small">${t("results.history")} ${variants.map(({ name }, i) => html`<span class="key"><span class="variant-${i % 6}"></span> ${name}</span> `)}</figcaption></figure>`;
};

const verdictKinds = { BETTER: "good", WORSE: "bad", MISMATCH: "bad" };

const experiment = tried => {
  const reach = Math.max(1e-9, ...tried.variants.flatMap(({ low, high }) => low === undefined ? [] : [Math.abs(low), Math.abs(high)]));
  return html`<section class="card experiment" data-scenario=${tried.scenario}><h3>${tried.scenario}
    <span class=${`tag ${tried.running ? "good" : "quiet"}`}>${t(tried.running ? "results.running" : "results.resting")}</span>
    <span class="tag quiet">${t(`results.metric.${tried.metric}`)}</span> <span class="tag quiet">${t(`results.allocation.${tried.allocation}`)}</span></h3>
    <p class=${`notice verdict ${verdictKinds[tried.verdict] ?? ""}`}>${tried.text}</p>
    <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t("results.variant")}</th><th scope="col" class="figure">${t("results.share")}</th>
    <th scope="col" class="figure">${t("results.lists")}</th><th scope="col" class="figure">${t(`results.metric.${tried.metric}`)}</th>
    <th scope="col" class="figure">${t("results.difference")}</th><th scope="col">${t("results.interval.title")}</th></tr></thead>
    <tbody>${tried.variants.map(variant => html`<tr><th scope="row">${variant.name}</th>
      <td class="figure"><span class="meter"><span .style=${`width:${100 * variant.share}%`}></span></span> ${percent(variant.share)}</td>
      <td class="figure">${number(variant.lists)}</td><td class="figure">${variant.lists > 0 ? rate(variant.rate) : "–"}</td>
      <td class="figure">${variant.difference === undefined ? "–" : `${variant.difference > 0 ? "+" : ""}${rate(variant.difference)}`}</td>
      <td>${interval(variant, reach)}</td></tr>`)}</tbody></table></div>
    ${shareHistory(tried)}
    <p class="muted small">${tried.listsNeeded === undefined ? nothing : t("results.needed", number(tried.listsNeeded))}</p></section>`;
};

const shownExperiments = tried => tried.length === 0 ? parts.empty(t("results.none"), t("results.none.text"))
  : html`<div class="stack">${tried.map(experiment)}</div>`;

// Outcomes.

const within = (figure, show) => figure === undefined ? "–" : html`${show(figure.value)}<br><span class="muted small">${show(figure.low)} – ${show(figure.high)}</span>`;

const shownOutcomes = ({ enabled, outcomes: rows }) => {
  if (!enabled && rows.length === 0) return parts.empty(t("results.off"), t("results.off.text"));
  if (rows.length === 0) return parts.empty(t("results.nothing"), t("results.nothing.text"));
  return html`<div class="scroll" tabindex="0"><table id="outcomes"><thead><tr><th scope="col">${t("results.scenario")}</th>
    <th scope="col">${t("results.variant")}</th>${["lists", "impressions", "clicks", "purchases", "metric.ctr", "metric.conversion", "revenue"].map(name =>
      html`<th scope="col" class="figure">${t(`results.${name}`)}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr><th scope="row">${row.scenario || t("results.unknown")}
      ${row.listed ? nothing : html`<span class="tag quiet">${t("results.unlisted")}</span>`}</th><td>${row.variant}</td>
      <td class="figure">${number(row.lists)}</td><td class="figure">${number(row.impressions)}</td><td class="figure">${number(row.clicks)}</td>
      <td class="figure">${number(row.purchases)}</td><td class="figure">${within(row.clickRate, rate)}</td>
      <td class="figure">${within(row.conversionRate, rate)}</td>
      <td class="figure">${within(row.revenuePerThousandLists, value => number(value, 2))}</td></tr>`)}</tbody></table></div>`;
};

const chooseDays = event => {
  days = Number(event.target.value);
  outcomes.load();
};

export const render = () => html`<div class="find"><h2>${t("results.outcomes")}</h2><label>${t("results.days")}<select id="days" @change=${chooseDays}>
  ${DAYS.map(count => html`<option value=${count} ?selected=${count === days}>${count === 1 ? t("results.days.1") : t("results.days.many", count)}</option>`)}
  </select></label></div>${outcomes.show(shownOutcomes)}
  <h2>${t("results.experiments")}</h2>${experiments.show(shownExperiments)}`;
