import en from "./texts-en.js";
import zh from "./texts-zh.js";

const all = { en, zh };
const stored = name => {
  try {
    return localStorage.getItem(name);
  } catch { // storage may be forbidden
    return null;
  }
};
let language = stored("kindred.language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
if (!all[language]) language = "en";

export const languages = Object.keys(all);
export const currentLanguage = () => language;
export const setLanguage = chosen => {
  language = chosen;
  try {
    localStorage.setItem("kindred.language", chosen);
  } catch { /* it holds for this page */ }
};

/** The text of a key with values in the places of {0}, {1}; texts only, never markup. */
export const t = (key, ...values) => {
  const text = all[language][key] ?? all.en[key] ?? key;
  return text.replace(/\{(\d)\}/g, (mark, place) => values[place] ?? mark);
};

/** Whether a key has a text. */
export const has = key => key in all.en;

export const number = (value, digits = 0) =>
  value === null || value === undefined ? "–" : value.toLocaleString(language, { maximumFractionDigits: digits });

export const percent = (share, digits = 0) =>
  share.toLocaleString(language, { style: "percent", maximumFractionDigits: digits });

export const bytes = value => {
  const unit = value >= 1e9 ? ["GB", 1e9, 1] : ["MB", 1e6, 0];
  return `${number(value / unit[1], unit[2])} ${unit[0]}`;
};

export const milliseconds = value =>
  value === null || value === undefined ? "–" : value >= 1000 ? `${number(value / 1000, 1)} s` : `${number(value)} ms`;

export const money = price => {
  if (!price) return "";
  try {
    return price.amount.toLocaleString(language, { style: "currency", currency: price.currency });
  } catch { // no currency that the browser knows
    return `${number(price.amount, 2)} ${price.currency}`;
  }
};

export const time = ms => new Date(ms).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });

/** How long ago a time is, in words. */
export const ago = ms => {
  const seconds = Math.max(0, (Date.now() - ms) / 1000);
  const [count, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"]
    : seconds < 129600 ? [seconds / 3600, "hour"] : [seconds / 86400, "day"];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-Math.round(count), unit);
};
