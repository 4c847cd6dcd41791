// Requests to the API of the instance that served this page. The key stays in this variable, and nowhere else.

let key = "";

export const setKey = text => { key = text.trim(); };
export const hasKey = () => key !== "";

/** A request without a usable answer; the server's sentence, and the id under which its log has the request. */
export class Failure extends Error {
  constructor(status, problem, requestId) {
    super(problem.detail ?? problem.title ?? "");
    this.status = status;
    this.kind = (problem.type ?? "").replace("urn:kindred:problem:", "");
    this.field = problem.field;
    this.requestId = requestId;
  }
}

/** The address of a path: {x} stands for an encoded value; parameters that are empty are left out. */
export const address = (path, values = {}, query = {}) => {
  const filled = path.replace(/\{(\w+)\}/g, (all, name) => encodeURIComponent(values[name]));
  const parameters = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== "" && value !== null));
  return parameters.size ? `${filled}?${parameters}` : filled;
};

/** The JSON of an answer; rejects with a Failure. */
export const ask = async (method, path, { values, query, body, signal } = {}) => {
  const headers = { Accept: "application/json" };
  if (key) headers.Authorization = `Bearer ${key}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(address(path, values, query), {
      method, headers, signal, cache: "no-store", credentials: "omit",
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0, {}, "");
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    answer = { detail: text.slice(0, 200) };
  }
  if (!response.ok) throw new Failure(response.status, answer, response.headers.get("X-Request-Id") ?? "");
  return answer;
};

export const get = (path, values, query, signal) => ask("GET", path, { values, query, signal });
export const post = (path, body, query, signal, values) => ask("POST", path, { body, query, signal, values });

/** What the caller may do: {keys, scopes, version}; scopes are empty without a valid key. */
export const access = async () => {
  try {
    return { ...await get("/v1/access"), problem: null };
  } catch (failure) {
    if (failure.status === 401) return { keys: true, scopes: [], version: "", problem: hasKey() ? failure : null };
    throw failure;
  }
};

/** Some users, at most so many, from the pages of all partitions; those seen last first. */
export const someUsers = async (most, signal) => {
  const users = [];
  let cursor;
  for (let pages = 0; pages < 12 && users.length < most; pages++) {
    const page = await get("/v1/users", {}, { limit: Math.min(500, most - users.length), cursor }, signal);
    users.push(...page.users);
    cursor = page.next;
    if (!cursor) break;
  }
  return users.sort((a, b) => b.lastSeenMs - a.lastSeenMs);
};

const known = new Map(); // items by id; a missing item is null

/** The items of some ids, as a map; asks once for those that are not known yet. */
export const itemsOf = async ids => {
  const open = [...new Set(ids)].filter(id => !known.has(id));
  for (let from = 0; from < open.length; from += 500) {
    const part = open.slice(from, from + 500);
    part.forEach(id => known.set(id, null));
    try {
      (await post("/v1/items/lookup", { itemIds: part })).items.forEach(item => known.set(item.itemId, item));
    } catch (failure) {
      part.forEach(id => known.delete(id));
      throw failure;
    }
  }
  return known;
};

export const forgetItem = id => known.delete(id);
export const forgetAll = () => known.clear();
export const item = id => known.get(id) ?? null;
