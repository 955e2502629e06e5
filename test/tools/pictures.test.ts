import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { pictures } from '../../src/app/pictures.ts';
import { firstEnglish } from '../../src/messages/en.ts';
import { text } from '../../src/messages/index.ts';
import { aloneOf, homeOf } from '../../src/store/pictures.ts';
import { useLab } from '../../src/store/index.ts';
import { allCommands, commandForKey } from '../../src/ui/commands.ts';
import { useUi } from '../../src/ui/uiState.ts';

const ids: readonly string[] = pictures.map(({ id }) => id);

/** Folders that draw and arrange pictures, without their registry and the table of the charts' groups. */
const registries = /^src\/(?:app\/pictures|store\/pictures)\.ts$/;
/** The same words name the question that a chart answers. */
const GROUP = /^group$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

/** Ids of pictures that a module names, also within a selector. */
function picturesIn(file: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: Node, parent: Node | null): void => {
    const words =
      node.type === 'Literal' && typeof node.value === 'string'
        ? [node.value]
        : node.type === 'TemplateElement'
          ? [(node.value as { cooked: string }).cooked]
          : [];
    const group = parent?.type === 'Property' && GROUP.test((parent.key as { name?: string }).name ?? '');
    for (const word of group ? [] : words) {
      const inSelector = /(?:data-pane="|#tab-)([\w-]+)/.exec(word)?.[1];
      const named = [word, inSelector].find((one) => one !== undefined && ids.includes(one));
      if (named !== undefined) found.push(named);
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node);
    }
  };
  visit(parseSync(file, code).program as unknown as Node, null);
  return found;
}

afterEach(() => useLab.setState({ pictures: [] }));

describe('pictures: a picture is asked, never its name', () => {
  it('the search finds an id as a word and in a selector, and no group of charts', () => {
    const at = (code: string): string[] => picturesIn('src/ui/x.tsx', code);
    expect(at("if (maximized === 'universe') a();")).toEqual(['universe']);
    expect(at('const a = <Pane id="network" />;')).toEqual(['network']);
    expect(at(`element.closest('[data-pane="field"]');`)).toEqual(['field']);
    expect(at('const a = `#tab-field ${b}`;')).toEqual(['field']);
    expect(at("const chart = { group: 'field' };")).toEqual([]);
    expect(at("const place = { slot: 'field' };")).toEqual(['field']);
  });

  it('ids stand in the registry alone', () => {
    const files = ['app', 'store', 'ui', 'views']
      .flatMap((folder) =>
        readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).map(
          (file) => `src/${folder}/${file.replaceAll('\\', '/')}`,
        ),
      )
      .filter((file) => /\.tsx?$/.test(file) && !registries.test(file));
    expect(files.length).toBeGreaterThan(200);
    const named = files
      .map((file) => [file, picturesIn(file, readFileSync(file, 'utf8'))] as const)
      .filter(([, found]) => found.length > 0);
    expect(named.map(([file, found]) => `${file}: ${found.join(', ')}`)).toEqual([]);
  });
});

describe('the registry of pictures', () => {
  it('no id is twice, one is at home, and names are of the first load', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(pictures.filter(({ home }) => home === true)).toHaveLength(1);
    expect(homeOf(pictures).place).toBe('pair');
    for (const { name, show } of pictures) {
      expect(name in firstEnglish, name).toBe(true);
      if (show !== undefined) expect(show.label in firstEnglish, show.label).toBe(true);
    }
    expect(() => homeOf([])).toThrow('no picture is at home');
  });

  it('a picture that stands alone has a command and a key of its own; the others have none', () => {
    const before = allCommands().length;
    useLab.setState({ pictures });
    const alone = pictures.filter(({ place }) => place === 'alone');
    expect(allCommands()).toHaveLength(before + alone.length);
    for (const { id, show } of alone) {
      const again = show?.again;
      const command = commandForKey(show?.key ?? '');
      expect(command?.id).toBe(`picture-${id}`);
      expect(command?.label()).toBe(show?.label);
      command?.run();
      expect(useLab.getState().maximized).toBe(id);
      expect(command?.label()).toBe(again?.label ?? 'command.pictures');
      if (again === undefined) command?.run();
      else useLab.getState().maximize(null);
      expect(useLab.getState().maximized).toBe(null);
      expect(aloneOf(pictures, id)?.id).toBe(id);
    }
    for (const { id } of pictures.filter(({ place }) => place === 'pair')) {
      expect(aloneOf(pictures, id)).toBe(undefined);
    }
    expect(aloneOf(pictures, null)).toBe(undefined);
  });

  it('one that has nothing to show of a run has no command, or one that says why and shows nothing', () => {
    const [first] = pictures.filter(({ place }) => place === 'alone');
    const key = first.show?.key ?? '';
    const none = { ...first, applies: () => false };
    useLab.setState({ pictures: [{ ...none, lacks: undefined }], info: {} as never });
    expect(commandForKey(key)).toBe(null);
    useLab.setState({ pictures: [{ ...none, lacks: 'command.morphLacks' }] });
    commandForKey(key)?.run();
    expect(useUi.getState().announcement).toBe(text('command.morphLacks'));
    expect(useLab.getState().maximized).toBe(null);
    useLab.setState({ info: null });
  });
});
