import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observed } from '../../../src/app/embed/observed.ts';
import { eventNames, requestKinds } from '../../../src/app/embed/requests.ts';
import { observations } from '../../../src/engine/observations/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** Where the messages begin, behind the constant that only the lab has. */
const messagesOf = (text: string): string => text.slice(text.indexOf('/** Names a request;'));

describe('protocol of embeds', () => {
  it('what is shipped for authors declares the messages that the lab has, word for word', () => {
    const messages = messagesOf(read('src/app/embed/protocol.ts'));
    expect(messages.length).toBeGreaterThan(2000);
    expect(messagesOf(read('public/embed/synaptic-field-lab.d.ts')).startsWith(messages)).toBe(true);
  });

  it('every observation of an instant can be observed, no job of minutes', () => {
    const wanted = observations.filter(({ cadence }) => cadence !== 'job').map(({ id }) => id);
    expect([...observed].sort()).toEqual([...wanted].sort());
  });

  it('every event of the types can be subscribed to', () => {
    const declared = /export type EventName = ([^;]+);/.exec(read('src/app/embed/protocol.ts'))?.[1] ?? '';
    expect([...declared.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)).toEqual([...eventNames]);
  });

  it('the docs show every request, event and member of the address', () => {
    const docs = read('src/app/embed/README.md');
    for (const kind of requestKinds) expect(docs).toContain(`kind: '${kind}'`);
    for (const event of eventNames) expect(docs).toContain(`| \`'${event}'\` |`);
    for (const member of ['embed', 'pictures', 'play', 'ground', 'origin', 'scenario'])
      expect(docs).toContain(`\`&${member}=`.replace('&embed', '?embed'));
  });
});
