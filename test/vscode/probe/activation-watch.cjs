// Loaded by the probe, which is active first: notes what the extension touches while its `activate` runs, and how long that takes.
const Module = require('node:module');
const { appendFileSync } = { ...require('node:fs') };

const log = process.env.HERMES_ACTIVATION_LOG;
const watched = {
  fs: require('node:fs'),
  'fs/promises': require('node:fs/promises'),
  child_process: require('node:child_process'),
  net: require('node:net'),
  http: require('node:http'),
  https: require('node:https'),
  dns: require('node:dns'),
  worker_threads: require('node:worker_threads'),
};
const state = { calls: undefined };

for (const [name, module] of Object.entries(watched)) {
  for (const [key, original] of Object.entries(module)) {
    if (typeof original !== 'function' || /^[A-Z]/.test(key)) continue;
    try {
      module[key] = Object.assign(function (...args) {
        state.calls?.push(`${name}.${key}`);
        return original.apply(this, args);
      }, original);
    } catch {
      // A getter that cannot be replaced; the functions that matter can be.
    }
  }
}

/* oxlint-disable no-underscore-dangle -- Node's own name for what every require goes through. */
const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (log && /[\\/]dist[\\/]extension\.cjs$/.test(request) && typeof loaded?.activate === 'function' && !loaded.watched) {
    return { ...loaded, watched: true, activate: watchActivate(loaded.activate) };
  }
  return loaded;
};

function watchActivate(activate) {
  return (context) => {
    let ms = 0;
    let calls = [];
    try {
      calls = watchedCalls(() => {
        const before = performance.now();
        activate(context);
        ms = performance.now() - before;
      });
    } finally {
      appendFileSync(log, `${JSON.stringify({ ms, calls, control: watchedCalls(() => watched.fs.existsSync('/')) })}\n`);
    }
  };
}

/** What was called while `run` ran. */
function watchedCalls(run) {
  state.calls = [];
  try {
    run();
    return state.calls;
  } finally {
    state.calls = undefined;
  }
}
