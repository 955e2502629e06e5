// Speaks with a Synaptic Field Lab in an iframe. No dependencies: copy this file beside your page.
//
//   import { connect } from './synaptic-field-lab.js';
//   const lab = await connect(document.querySelector('iframe'));
//   await lab.set('expansion.gamma', 0.5);
//   lab.on('step', ({ step, cost }) => { readout.textContent = `${step}: ${cost}`; });
//
// Types stand in synaptic-field-lab.d.ts; every message is described in src/app/embed/README.md of the lab.

const VERSION = 1;
/** A lab that is on its way is asked again this often: nobody knows which of the two is loaded first. */
const ASK_EVERY_MS = 250;

/** What the lab refused: where, what stood there, and what was expected. */
export class LabError extends Error {
  constructor({ place, value, expected }) {
    super(`${place}: ${value === '' ? '' : `is ${value}, `}expected ${expected}`);
    this.name = 'LabError';
    this.place = place;
    this.value = value;
    this.expected = expected;
  }
}

/**
 * Waits until the lab in an iframe is ready.
 *   origin   the lab's; left out: that of the iframe's address. A frame with `sandbox` and without
 *            `allow-same-origin` has none, which is seen by itself
 *   timeout  milliseconds after which a lab that has not answered is given up; 30 000
 *   onError  called for errors that no request is at fault for
 */
export function connect(iframe, { origin, timeout = 30000, onError = () => {} } = {}) {
  const home = origin ?? new URL(iframe.src, document.baseURI).origin;
  // A frame without an origin can be spoken to by '*' alone; what it says is known by its window. In a page without one
  // (a file, the output of some notebooks) the frame has none, either.
  const isOpaque =
    home === 'null' ||
    window.origin === 'null' ||
    (iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin'));
  const target = isOpaque ? '*' : home;
  const isExpected = (from) => from === home || (isOpaque && from === 'null');
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let closed = null;

  function ask(kind, members = {}) {
    return new Promise((resolve, reject) => {
      if (closed !== null) {
        reject(closed);
        return;
      }
      last += 1;
      waiting.set(last, { resolve, reject });
      // Until the frame has come it has another origin; `hello` says nothing that others may not hear.
      const to = kind === 'hello' ? '*' : target;
      iframe.contentWindow?.postMessage({ ...members, lab: VERSION, id: last, kind }, to);
    });
  }

  function hear({ source, origin: from, data }) {
    if (source !== iframe.contentWindow || !isExpected(from)) return;
    if (typeof data !== 'object' || data === null || data.lab !== VERSION) return;
    if (data.kind === 'event') {
      for (const listener of listeners.get(data.event) ?? []) listener(data.value);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'error') {
      const error = new LabError(data);
      if (asked === undefined) onError(error);
      else asked.reject(error);
    } else if (data.kind === 'ready') begin(data);
    else asked?.resolve(data.value);
  }

  function close(reason = new LabError({ place: 'lab', value: '', expected: 'an open connection' })) {
    if (closed !== null) return;
    closed = reason;
    window.removeEventListener('message', hear);
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    listeners.clear();
  }

  let begin;
  window.addEventListener('message', hear);
  return new Promise((resolve, reject) => {
    const again = setInterval(() => void ask('hello').catch(() => {}), ASK_EVERY_MS);
    const late = setTimeout(() => {
      clearInterval(again);
      const error = new LabError({ place: 'lab', value: '', expected: `an answer within ${timeout} ms` });
      close(error);
      reject(error);
    }, timeout);
    begin = (ready) => {
      clearInterval(again);
      clearTimeout(late);
      resolve(lab(ready));
      begin = () => {};
    };
    void ask('hello').catch(() => {});
  });

  function lab(ready) {
    return {
      ready,
      /** Any request of the protocol. */
      ask,
      open: (what) => ask('open', what),
      play: () => ask('play'),
      pause: () => ask('pause'),
      seek: (where) => ask('seek', typeof where === 'number' ? { step: where } : where),
      step: (count = 1) => ask('step', { count }),
      reset: () => ask('reset'),
      set: (path, value) => ask('set', { path, value }),
      getState: async () => (await ask('getState')).document,
      observe: async (...names) => (await ask('observe', { names })).values,
      /** Calls a listener at every event; returns a function that ends it. */
      on(event, listener, { perSecond } = {}) {
        const known = listeners.get(event) ?? new Set();
        listeners.set(event, known);
        known.add(listener);
        ask('subscribe', { event, ...(perSecond === undefined ? {} : { perSecond }) }).catch(onError);
        return () => {
          known.delete(listener);
          if (known.size === 0) ask('unsubscribe', { event }).catch(onError);
        };
      },
      close: () => close(),
    };
  }
}
