/** The files of one agent; the first is its entrypoint. */
export type Files = Readonly<Record<string, string>>;

const alone = (body: string, more = ''): Record<string, string> => ({ 'main.mjs': `${more}export function execute(d) {\n${body}\n}\n` });
const withLib = (body: string, lib: string, imp = "import { one } from './lib.mjs';"): Record<string, string> => ({
  'main.mjs': `${imp}\nexport function execute(d) {\n${body}\n}\n`,
  'lib.mjs': lib,
});
const one = 'export function one(d) { return d.city; }\n';

/** Code that names `city` of the input, or something that only looks like it. For tests. */
export const misleadingPython: readonly Files[] = [
  {
    'main.py': 'from lib import a\ndef execute(d):\n    return {"r": a(d)}\n',
    'lib.py': 'def a(d):\n    return b(d)\ndef b(x):\n    return x["city"]\n',
  },
  {
    'main.py': 'from lib import a\ndef execute(d):\n    x = a(d)\n    return {"r": x["city"]}\n',
    'lib.py': 'def a(d):\n    return {**d}\n',
  },
  {
    'main.py': 'from lib import a\ndef execute(d):\n    x = a(d)\n    return {"r": x["city"]}\n',
    'lib.py': 'def a(d):\n    return {"city": d["city"]}\n',
  },
  { 'main.py': 'def execute(d):\n    e = d\n    d = {"city": 1}\n    return {"r": [d["city"], e["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    e = d\n    if e:\n        d = {"city": 1}\n    return {"r": [d["city"], e["city"]]}\n' },
  {
    'main.py':
      'def execute(d):\n    r = []\n    for x in [1, 2]:\n        r.append(d["city"])\n        d = {"city": x}\n    return {"r": r}\n',
  },
  { 'main.py': 'def execute(d):\n    f = lambda: d["city"]\n    d = {"city": 1}\n    return {"r": f()}\n' },
  { 'main.py': 'def execute(d):\n    def f():\n        return d["city"]\n    d = {"city": 1}\n    return {"r": f()}\n' },
  {
    'main.py':
      'def execute(d):\n    try:\n        d = {"city": 1}\n        raise ValueError\n    except ValueError:\n        x = d["city"]\n    return {"r": x}\n',
  },
  {
    'main.py':
      'def execute(d):\n    with open("/dev/null") as f:\n        e = d\n        d = {"city": 2}\n    return {"r": [d["city"], e["city"]]}\n',
  },
  { 'main.py': 'def execute(d):\n    d, e = {"city": 3}, d\n    return {"r": [d["city"], e["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    d = e = d\n    return {"r": [d["city"], e["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = d["home"]\n    y = x["city"]\n    x = d\n    return {"r": [y, x["city"]]}\n' },
  {
    'main.py':
      'def execute(d):\n    x = d["home"]\n    while True:\n        y = x["city"]\n        if x is d:\n            break\n        x = d\n    return {"r": y}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    def up(self):\n        return self.city.upper()\ndef execute(d):\n    i = I(**d)\n    return {"r": [i.city, i.up(), i.home["city"], asdict(i)["city"]]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\ndef execute(d):\n    i = I(**d)\n    j = I("a", {"city": 1}, [])\n    return {"r": [i.city, j.city]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\ndef execute(d):\n    i = I(**d)\n    j = I(city="a", home={"city": 1}, items=[])\n    return {"r": [i.city, j.city]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, replace\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\ndef execute(d):\n    i = replace(I(**d), city="Z")\n    return {"r": i.city}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, fields\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\ndef execute(d):\n    i = I(**d)\n    return {"r": [getattr(i, "city")]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass B:\n    city: str\n@dataclass\nclass I(B):\n    home: dict\n    items: list\ndef execute(d):\n    i = I(**d)\n    return {"r": i.city}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    @classmethod\n    def make(cls, d):\n        return cls(city=d["city"], home={}, items=[])\ndef execute(d):\n    return {"r": I.make(d).city}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    @property\n    def name(self):\n        return self.city\n    def copy(self):\n        return I(**self.__dict__)\ndef execute(d):\n    i = I(**d)\n    return {"r": [i.name, i.copy().city]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    def both(self, other):\n        return self.city + other["city"]\ndef execute(d):\n    i = I(**d)\n    return {"r": i.both(d)}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    def raw(self):\n        return vars(self)\ndef execute(d):\n    i = I(**d)\n    return {"r": i.raw()["city"]}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    def me(self):\n        return self\ndef execute(d):\n    i = I(**d)\n    return {"r": i.me().city}\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass I:\n    city: str\n    home: dict\n    items: list\n    def city_of(city):\n        return city.city\ndef execute(d):\n    i = I(**d)\n    return {"r": i.city_of()}\n',
  },
  {
    'main.py': 'import lib\ndef execute(d):\n    lib.fill(d)\n    return {"r": d["city"]}\n',
    'lib.py': 'def fill(d):\n    d["city"] = d.get("city", "x") + "!"\n',
  },
  {
    'main.py': 'import lib\ndef execute(d):\n    return {"r": [lib.one(d), lib.two(d)]}\n',
    'lib.py': 'def one(d):\n    return pick(d, "city")\ndef two(d):\n    return d["city"]\ndef pick(d, k):\n    return d[k]\n',
  },
  { 'main.py': 'import lib\ndef execute(d):\n    return {"r": lib.one(city=d)}\n', 'lib.py': 'def one(city):\n    return city["city"]\n' },
  {
    'main.py': 'import lib\ndef execute(d):\n    return {"r": lib.one(d, d["city"])}\n',
    'lib.py': 'def one(d, city):\n    return [d["city"], city]\n',
  },
  { 'main.py': 'from lib import *\ndef execute(d):\n    return {"r": one(d)}\n', 'lib.py': 'def one(d):\n    return d["city"]\n' },
  {
    'main.py': 'from lib import one\ndef two(d):\n    return one(d["home"])\ndef execute(d):\n    return {"r": [one(d), two(d)]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\n',
  },
  {
    'main.py': 'from lib import one\ndef execute(d):\n    return {"r": [one(x) for x in d["items"]] + [one(d)]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\n',
  },
  {
    'main.py': 'from lib import one\ndef execute(d):\n    return {"r": list(map(one, d["items"])) + [one(d)]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\n',
  },
  { 'main.py': 'def one(d, e={"city": 5}):\n    return [d["city"], e["city"]]\ndef execute(d):\n    return {"r": one(d)}\n' },
  { 'main.py': 'def one(d=None):\n    d = d or {"city": 5}\n    return d["city"]\ndef execute(d):\n    return {"r": [one(d), one()]}\n' },
  { 'main.py': 'def one(d=None):\n    d = d or {"city": 5}\n    return d["city"]\ndef execute(d):\n    return {"r": [one(d)]}\n' },
  {
    'main.py':
      'def walk(d, n):\n    if n == 0:\n        return d["city"]\n    return walk(d["home"], n - 1)\ndef execute(d):\n    return {"r": [walk(d, 0), walk(d, 1)]}\n',
  },
  {
    'main.py':
      'def walk(d, n):\n    if n == 0:\n        return d["city"]\n    return walk(d, n - 1)\ndef execute(d):\n    return {"r": walk(d, 2)}\n',
  },
  { 'main.py': 'def gen(d):\n    yield d\ndef execute(d):\n    for x in gen(d):\n        y = x["city"]\n    return {"r": y}\n' },
  {
    'main.py':
      'class A:\n    def __init__(self, d):\n        self.d = d\n    def get(self):\n        return self.d["city"]\ndef execute(d):\n    return {"r": A(d).get()}\n',
  },
  { 'main.py': 'G = {}\ndef keep(d):\n    global G\n    G = d\ndef execute(d):\n    keep(d)\n    return {"r": G["city"]}\n' },
  { 'main.py': 'def keep(d, into):\n    into["d"] = d\ndef execute(d):\n    x = {}\n    keep(d, x)\n    return {"r": x["d"]["city"]}\n' },
  { 'main.py': 'def execute(d):\n    x = {"d": d}\n    return {"r": x["d"]["city"]}\n' },
  { 'main.py': 'def execute(d):\n    x = [d]\n    return {"r": x[0]["city"]}\n' },
  { 'main.py': 'def execute(d):\n    city = "city"\n    return {"r": d[city]}\n' },
  { 'main.py': 'def execute(d):\n    return {"r": "%(city)s" % d}\n' },
  { 'main.py': 'def execute(d):\n    return {"r": "{city}".format(**d)}\n' },
  { 'main.py': 'def execute(d):\n    return {"r": "{0[city]}".format(d)}\n' },
  { 'main.py': 'def execute(d):\n    return {"r": f"{d[\'city\']}"}\n' },
  { 'main.py': 'from operator import itemgetter\ndef execute(d):\n    return {"r": itemgetter("city")(d)}\n' },
  { 'main.py': 'def execute(d):\n    match d:\n        case {"city": c, **rest}:\n            return {"r": [c, len(rest)]}\n' },
  { 'main.py': 'def execute(d):\n    match d:\n        case {"home": {"city": c}, "city": e}:\n            return {"r": [c, e]}\n' },
  { 'main.py': 'def execute(d):\n    if (x := d)["city"]:\n        return {"r": x["city"]}\n' },
  { 'main.py': 'def execute(d):\n    x = {**d, "city": 5}\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = dict(d, city=5)\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = d | {"city": 5}\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = d.copy()\n    x["city"] = 5\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = d.get("home", d)\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def execute(d):\n    x = d if 0 else d["home"]\n    return {"r": [x["city"], d["city"]]}\n' },
  { 'main.py': 'def pick(d, e):\n    return e or d\ndef execute(d):\n    return {"r": pick(d, {"city": 9})["city"]}\n' },
  { 'main.py': 'def pick(d):\n    d = {"city": d["city"]}\n    return d\ndef execute(d):\n    return {"r": pick(d)["city"]}\n' },
  {
    'main.py':
      'def deco(f):\n    def g(d):\n        return f({"city": d["city"] + "?"})\n    return g\n@deco\ndef one(d):\n    return d["city"]\ndef execute(d):\n    return {"r": one(d)}\n',
  },
  { 'main.py': 'def one(d):\n    return d["city"]\none.cache = 1\ndef execute(d):\n    return {"r": one(d)}\n' },
  { 'main.py': 'def one(d):\n    return d["city"]\ntwo = one\ndef execute(d):\n    return {"r": [one(d), two({"city": 1})]}\n' },
  {
    'main.py':
      'def one(d):\n    return d["city"]\nTABLE = {"one": one}\ndef execute(d):\n    return {"r": [one(d), TABLE["one"]({"city": 1})]}\n',
  },
  {
    'main.py': 'import lib\nimport other\ndef execute(d):\n    return {"r": [lib.one(d), other.run()]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\n',
    'other.py': 'import lib as l\ndef run():\n    return l.one({"city": 2})\n',
  },
  {
    'main.py': 'import lib\nimport other\ndef execute(d):\n    return {"r": [lib.one(d), other.run()]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\n',
    'other.py': 'import lib\ndef run():\n    return getattr(lib, "on" + "e")({"city": 2})\n',
  },
  {
    'main.py': 'import lib\ndef execute(d):\n    return {"r": [lib.one(d), lib.run()]}\n',
    'lib.py': 'def one(d):\n    return d["city"]\ndef run():\n    return globals()["one"]({"city": 2})\n',
  },
];

export const misleadingJavascript: readonly Files[] = [
  alone('return { r: d.city };'),
  alone('const { city, ...rest } = d; return { r: [city, Object.keys(rest).length] };'),
  alone('const { city: c = 1 } = d; return { r: c };'),
  alone('const e = d; d = { city: 1 }; return { r: [d.city, e.city] };'),
  alone('const e = d; if (e) d = { city: 1 }; return { r: [d.city, e.city] };'),
  alone('const e = d; if (e) { d = { city: 1 }; } return { r: [d.city, e.city] };'),
  alone('const f = () => d.city; d = { city: 1 }; return { r: f() };'),
  alone('const r = []; for (const x of [1, 2]) { r.push(d.city); d = { city: x }; } return { r };'),
  alone('let x = d.home; const y = x.city; x = d; return { r: [y, x.city] };'),
  alone('let x = d.home; let y; for (;;) { y = x.city; if (x === d) break; x = d; } return { r: y };'),
  alone('let x; { let x = d.home; x.city; } x = d; return { r: x.city };'),
  alone('var x = d; { var x = { city: 2 }; } return { r: x.city };'),
  alone('const x = d; { const x = { city: 2 }; if (x.city !== 2) throw 1; } return { r: x.city };'),
  alone('switch (1) { case 1: d = { city: 2 }; default: return { r: d.city }; }'),
  alone('const e = d; try { d = { city: 2 }; throw 1; } catch { return { r: [d.city, e.city] }; }'),
  alone('return { r: one(d) };', 'const one = (d) => d.city;\n'),
  alone('return { r: one({ city: 3 }) + one(d) };', 'const one = (d) => d.city;\n'),
  alone('return { r: [d].map(one) };', 'const one = (d) => d.city;\n'),
  alone('return { r: one(d) };', 'const one = ({ city }) => city;\n'),
  alone('return { r: one(d) };', 'const one = ({ city = 3, ...more }) => [city, more.city];\n'),
  alone('return { r: one(d) };', 'function one() { return arguments[0].city; }\n'),
  alone('return { r: one.call(null, d) };', 'const one = (d) => d.city;\n'),
  alone('return { r: one(d, "city") };', 'const one = (d, k) => d[k];\n'),
  alone('keep(d); return { r: g.city };', 'let g; const keep = (d) => { g = d; };\n'),
  alone('let g; const keep = () => { g = d; }; keep(); return { r: g.city };'),
  alone('const x = { d }; return { r: x.d.city };'),
  alone('const x = [d]; return { r: x[0].city };'),
  alone('const x = { ...d, city: 5 }; return { r: [x.city, d.city] };'),
  alone('const x = Object.assign({}, d, { city: 5 }); return { r: [x.city, d.city] };'),
  alone('const x = structuredClone(d); x.city = 4; return { r: [x.city, d.city] };'),
  alone('const x = d ?? { city: 1 }; return { r: x.city };'),
  alone('const x = null ?? d; return { r: x.city };'),
  alone('const x = d && { city: 7 }; return { r: [x.city, d.city] };'),
  alone('const x = d.none ?? d; return { r: x.city };'),
  alone('const x = true ? d : { city: 1 }; return { r: x.city };'),
  alone('const [x] = [d]; return { r: x.city };'),
  alone('const { home: { city } } = d; return { r: [city, d.city] };'),
  alone('const k = "city"; return { r: d[k] };'),
  alone('return { r: d["ci" + "ty"] };'),
  alone('return { r: d?.["city"] };'),
  alone('return { r: "city" in d };'),
  alone('return { r: Object.hasOwn(d, "city") };'),
  alone('return { r: d.hasOwnProperty("city") };'),
  alone('delete d.city; return { r: d.city ?? null };'),
  alone('return { r: JSON.parse(JSON.stringify(d)).city };'),
  alone('return { r: JSON.stringify(d, ["city"]) };'),
  alone('const { city } = d; const o = { city }; return { r: o.city };'),
  alone('const f = ({ city }) => city; return { r: [f(d), f({ city: 1 })] };'),
  alone('class A { constructor(d) { this.d = d; } } return { r: new A(d).d.city };'),
  alone('const f = function (x) { return x.city; }; return { r: f(d) };'),
  alone('return { r: d.items.map((x) => x.city).concat(d.city) };'),
  alone('return { r: d.items.concat(d).map((x) => x.city) };'),
  alone('return { r: d.items.reduce((a, x) => a + x.city, d.city) };'),
  alone('return { r: d.items.reduce((a, x) => x, d).city };'),
  alone('for (const k in d) return { r: d[k] };'),
  alone('let city; ({ city } = d); return { r: city };'),
  alone('let c; ({ city: c } = d); return { r: c };'),
  alone('const p = { get city() { return d.city; } }; return { r: p.city };'),
  alone('with_(d); return { r: d.city };', 'const with_ = (d) => { d.city += "!"; };\n'),
  withLib('return { r: one(d) };', one),
  withLib('return { r: one(d) + two() };', one + 'export const two = () => one({ city: 1 });\n', "import { one, two } from './lib.mjs';"),
  withLib('return { r: lib.one(d) };', one, "import * as lib from './lib.mjs';"),
  withLib('return { r: one(d) + lib.one({ city: 2 }) };', one, "import { one } from './lib.mjs';\nimport * as lib from './lib.mjs';"),
  withLib(
    'return { r: one(d) + x.one({ city: 2 }) };',
    one,
    "import { one } from './lib.mjs';\nimport * as lib from './lib.mjs';\nconst x = lib;",
  ),
  withLib('return { r: one(d) };', 'function one(d) { return d.city; }\nexport { one };\nexport const t = [one];\n'),
  withLib('return { r: one(d) };', 'export function one(d) { return two(d).city; }\nfunction two(d) { return d; }\n'),
  withLib('return { r: one(d).city };', 'export const one = (d) => ({ ...d });\n'),
  withLib('return { r: one(d).city };', 'export const one = (d) => d.home.city === "X" ? d : { city: 3 };\n'),
  withLib('return { r: one(d, d.home) };', 'export const one = (a, b) => [a.city, b.city];\n'),
  withLib('return { r: one(d, d.home) };', 'export const one = (a, b) => { [a, b] = [b, a]; return [a.city, b.city]; };\n'),
  withLib('return { r: one({ d }) };', 'export const one = ({ d }) => d.city;\n'),
  withLib('return { r: one(...[d]) };', one),
  withLib('return { r: one(d) };', 'export let one = (d) => d.city;\nexport const set = () => { one = () => 1; };\n'),
  withLib('return { r: one(d) };', 'export { two as one };\nfunction two(d) { return d.city; }\n'),
  withLib(
    'return { r: one(d) + f() };',
    one,
    "import { one } from './lib.mjs';\nimport { one as two } from './lib.mjs';\nconst f = () => two({ city: 1 });",
  ),
  withLib('return { r: one(d) };', "export { one } from './deep.mjs';\n"),
];

/** The same for `text` of the output. */
export const misleadingOutputs: readonly Files[] = [
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    s = {"text": 2}\n    return {"text": s["text"], "n": r["text"]}\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = r["text"] + 1\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {}\n    for k in ["text", "n"]:\n        r[k] = 1\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = dict(text=1)\n    r.update(n=2, text=3)\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    s = r\n    s["text"] = 5\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    set_it(r)\n    return r\ndef set_it(x):\n    x["text"] = 7\n' },
  {
    'main.py':
      'def execute(d):\n    r = {"text": 1}\n    set_it(r)\n    set_it({"text": 2})\n    return r\ndef set_it(x):\n    x["text"] = x["text"] + 7\n',
  },
  { 'main.py': 'def execute(d):\n    return make(1)\ndef make(text):\n    return {"text": text}\n' },
  { 'main.py': 'def execute(d):\n    x = make(3)["text"]\n    return {**make(1), "n": x}\ndef make(text):\n    return {"text": text}\n' },
  { 'main.py': 'def execute(d):\n    return finish({"text": 1})\ndef finish(r):\n    r["n"] = r["text"]\n    return r\n' },
  {
    'main.py':
      'def execute(d):\n    finish({"text": 4})\n    return finish({"text": 1})\ndef finish(r):\n    r["n"] = r["text"]\n    return r\n',
  },
  { 'main.py': 'def execute(d):\n    a = {"text": 1}\n    if a["text"]:\n        return a\n    return {"text": 2}\n' },
  { 'main.py': 'def execute(d):\n    a = {"text": 1}\n    b = {"text": 2}\n    a = b if d else a\n    return a\n' },
  { 'main.py': 'BASE = {"text": 0}\ndef execute(d):\n    return {**BASE, "n": 1}\n' },
  { 'main.py': 'BASE = {"text": 0}\ndef execute(d):\n    r = BASE\n    r["n"] = 2\n    return r\n' },
  { 'main.py': 'BASE = {"text": 0}\ndef execute(d):\n    BASE["n"] = 2\n    return BASE\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    def f():\n        return r["text"]\n    r["n"] = f()\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = [{"text": 1}]\n    return r[0]\n' },
  { 'main.py': 'def execute(d):\n    r = {"x": {"text": 1}}\n    return r["x"]\n' },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass O:\n    text: int\n    n: int = 0\ndef execute(d):\n    o = O(text=1)\n    o.n = o.text + 1\n    return asdict(o)\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass O:\n    text: int\n    n: int = 0\n    def bump(self):\n        self.text += 1\n        return self\ndef execute(d):\n    o = O(text=1)\n    o.bump()\n    return asdict(o)\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass O:\n    text: int\n    n: int = 0\ndef execute(d):\n    return asdict(O(5))\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass O:\n    text: int\n    n: int = 0\ndef other():\n    return O(text=3).text\ndef execute(d):\n    o = O(text=1, n=other())\n    return asdict(o)\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass, asdict\n@dataclass\nclass O:\n    text: int\n    n: int = 0\n    def as_dict(self):\n        return {"text": self.text, "n": self.n}\ndef execute(d):\n    return O(text=1).as_dict()\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass O:\n    text: int\n    n: int = 0\ndef execute(d):\n    return vars(O(text=1))\n',
  },
  {
    'main.py':
      'from dataclasses import dataclass\n@dataclass\nclass O:\n    text: int\n    n: int = 0\ndef execute(d):\n    return O(text=1).__dict__\n',
  },
  {
    'main.py':
      'from typing import TypedDict\nclass O(TypedDict):\n    text: int\ndef execute(d) -> O:\n    r: O = {"text": 1}\n    return O(text=r["text"])\n',
  },
  {
    'main.py':
      'from typing import TypedDict\nclass O(TypedDict):\n    text: int\ndef execute(d) -> O:\n    r = O({"text": 1})\n    return r\n',
  },
  {
    'main.py':
      'from typing import TypedDict\nclass O(TypedDict):\n    text: int\nP = dict\ndef execute(d):\n    r = P(text=1)\n    return r\n',
  },
  {
    'main.py':
      'import lib\ndef execute(d):\n    r = lib.start()\n    r["n"] = r.pop("text", 0)\n    r.setdefault("text", 3)\n    return r\n',
    'lib.py': 'def start():\n    return {"text": 9}\n',
  },
  {
    'main.py': 'import lib\ndef execute(d):\n    return lib.start(d, extra={"text": 3})\n',
    'lib.py': 'def start(d, extra=None):\n    return {"n": 9, **(extra or {})}\n',
  },
  { 'main.py': 'import lib\ndef execute(d):\n    return lib.start(d)\n', 'lib.py': 'def start(d, extra={"text": 3}):\n    return extra\n' },
  {
    'main.py': 'import lib\ndef execute(d):\n    return lib.start(d, *[{"text": 1}])\n',
    'lib.py': 'def start(d, extra):\n    return extra\n',
  },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r |= {"text": 2}\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r = r | {"text": 2}\n    return r\n' },
  {
    'main.py':
      'def execute(d):\n    try:\n        r = {"text": 1}\n    except ValueError as e:\n        r = {"text": str(e)}\n    else:\n        r["n"] = 1\n    return r\n',
  },
  { 'main.py': 'def execute(d):\n    r, s = {"text": 1}, {"text": 2}\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = s = {"text": 1}\n    s["text"] = 2\n    return r\n' },
  { 'main.py': 'def execute(d):\n    with open("/dev/null") as r:\n        pass\n    r = {"text": 1}\n    return r\n' },
  { 'main.py': 'def execute(d):\n    for r in [{"text": 1}]:\n        pass\n    return r\n' },
  { 'main.py': 'def execute(d):\n    return [{"text": i} for i in range(2)][0]\n' },
  { 'main.py': 'def execute(d):\n    return next({"text": i} for i in range(2))\n' },
  { 'main.py': 'def execute(d):\n    return (lambda: {"text": 1})()\n' },
  { 'main.py': 'f = lambda: {"text": 1}\ndef execute(d):\n    return f()\n' },
  { 'main.py': 'def execute(d):\n    return {k: 1 for k in ("text",)}\n' },
  { 'main.py': 'def execute(d):\n    return dict([("text", 1)])\n' },
  { 'main.py': 'def execute(d):\n    return dict(zip(["text"], [1]))\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    n = len([k for k in r if k == "text"])\n    r["n"] = n\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = "text" in r\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = "%(text)s" % r\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = r == {"text": 1}\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = sorted(r)\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    k, = r\n    r["n"] = k\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    r["n"] = str(r)\n    return r\n' },
  { 'main.py': 'import json\ndef execute(d):\n    r = {"text": 1}\n    r["n"] = json.dumps(r)\n    return r\n' },
  { 'main.py': 'def execute(d):\n    r = {"text": 1}\n    g(**r)\n    return r\ndef g(text):\n    return text\n' },
];
