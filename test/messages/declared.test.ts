import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { expansions } from '../../src/physics/expansion/index.ts';
import type { Declarations, Values } from '../../src/physics/parameters.ts';
import { systems } from '../../src/physics/systems.ts';
import type { ExpansionPart, SystemPart } from '../../src/physics/types.ts';
import { valuesOf } from '../helpers/systems.ts';

/** Defaults of a system, and the same with every other value of a choice. */
function choicesOf(part: SystemPart): Values<Declarations>[] {
  const all = Object.entries(part.parameters).flatMap(([name, parameter]) =>
    parameter.type === 'choice' ? parameter.options.map(({ value }) => ({ [name]: value })) : [],
  );
  return [valuesOf(part), ...all.map((settings) => valuesOf(part, settings))];
}

const parts: readonly (readonly [string, SystemPart])[] = Object.entries(systems);

describe('messages that declarations ask for are in the catalogue', () => {
  it.each(parts)('%s', (_, part) => {
    const { dictionary, continuum } = part;
    const asked = [
      ...dictionary.lines.flatMap(({ network, field }) => [`dictionary.${network}`, `dictionary.${field}`]),
      `dictionary.${dictionary.claim}`,
      ...(['quadratic', 'cell', 'four-field'] as const).flatMap((order) =>
        continuum === undefined ? [] : [`continuum.${continuum.claim(order)}`],
      ),
      ...choicesOf(part).flatMap((values) => [
        ...(part.errata?.(values) ?? []).map((id) => `errata.${id}`),
        ...(part.notes?.(values) ?? []).map(({ message }) => `limit.${message}`),
        ...(part.place?.(values, 0) ?? []).map(({ axis }) => `axis.${axis}`),
      ]),
    ];
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((id) => !Object.hasOwn(english, id))).toEqual([]);
  });

  it('errata of the histories', () => {
    const asked = Object.values<ExpansionPart>(expansions).flatMap(({ errata = [] }) => errata);
    expect(new Set(asked)).toEqual(new Set(['E10']));
    expect(asked.every((id) => Object.hasOwn(english, `errata.${id}`))).toBe(true);
  });
});
