import { html } from "./lit-html.js";
import { currentLanguage } from "./texts.js";

// Charts by uPlot, which is loaded when the first one is needed.

let library;

const load = () => {
  library ??= new Promise((resolve, reject) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/console/uplot.css";
    const script = document.createElement("script");
    script.src = "/console/uplot.js";
    script.onload = () => resolve(window.uPlot);
    script.onerror = () => {
      library = undefined;
      reject(new Error("uplot.js"));
    };
    document.head.append(style, script);
  });
  return library;
};

const clock = seconds => new Date(1000 * seconds).toLocaleTimeString(currentLanguage(),
  { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A line chart over time that keeps its element from one drawing of the page to the next. */
export class Chart {
  constructor(label, series, digits = 0) {
    this.label = label;
    this.series = series;
    this.digits = digits;
    this.element = document.createElement("div");
    this.element.className = "chart";
    this.element.setAttribute("role", "img");
    this.resizing = new ResizeObserver(() => this.fit());
    this.resizing.observe(this.element);
  }

  template() {
    this.element.setAttribute("aria-label", this.label());
    if (this.plot && this.theme !== color("--text")) this.make(window.uPlot);
    return html`<figure><figcaption>${this.label()}</figcaption>${this.element}</figure>`;
  }

  async show(data) {
    this.data = data;
    const UPlot = await load();
    if (this.plot && this.theme === color("--text")) {
      this.plot.setData(data);
    } else {
      this.make(UPlot);
    }
  }

  make(UPlot) {
    this.plot?.destroy();
    this.theme = color("--text");
    const axis = { stroke: color("--muted"), grid: { stroke: color("--line"), width: 1 }, ticks: { show: false },
      font: "12px system-ui, sans-serif" };
    this.plot = new UPlot({
      width: Math.max(200, this.element.clientWidth), height: 150, cursor: { y: false },
      legend: { show: this.series.length > 1, live: false },
      scales: { y: { range: (plot, low, high) => [0, high > 0 ? high * 1.1 : 1] } },
      axes: [{ ...axis, space: 80, values: (plot, seconds) => seconds.map(clock) }, { ...axis, size: 46, values: (plot, values) => values.map(value => value.toLocaleString()) }],
      series: [{}, ...this.series.map(({ name, stroke, fill }) => ({
        label: name(), stroke: color(stroke), width: 2, points: { show: false },
        fill: fill ? color(fill) : undefined, spanGaps: true }))],
    }, this.data, this.element);
  }

  fit() {
    const width = this.element.clientWidth;
    if (this.plot && width > 0 && width !== this.plot.width) this.plot.setSize({ width, height: 150 });
  }

  close() {
    this.resizing.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
  }
}
