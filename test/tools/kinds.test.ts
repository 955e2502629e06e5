import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/physics/data/index.ts';
import { expansions } from '../../src/physics/expansion/index.ts';
import { integrators } from '../../src/physics/integrators/index.ts';
import { systems } from '../../src/physics/systems.ts';

/** Kinds by the part that they are of, with the folder where a part may name itself and its next of kin. */
const groups: readonly { readonly kinds: readonly string[]; readonly home: RegExp }[] = [
  { kinds: Object.keys(integrators), home: /^src\/physics\/integrators\// },
  { kinds: Object.keys(expansions), home: /^src\/physics\/expansion\// },
  { kinds: Object.keys(systems), home: /^src\/physics\/(?:networks|fields)\/(?:index\.ts$|([^/]+)\/)/ },
];

/** Kinds that are words of every day, too: a breach only where they stand for a kind. */
const ordinary: ReadonlySet<string> = new Set(
  'dense exact reference flat fluid matter radiation step table inverse exponential cosine'.split(' '),
);

/** Other parts that have a name in common with one of these. */
const siblings: readonly (readonly [string, readonly string[]])[] = [
  ['src/physics/data/', Object.keys(datasets)],
];

/** Registries, and the catalogue of messages, whose ids are made of kinds. */
const registries = /^src\/(?:messages\/|physics\/declarations\.ts$|scenario\/sections\.ts$)/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Text of a literal, of a template without parts, and of a property's plain name. */
function wordOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && (node.expressions as unknown[]).length === 0) {
    return (node.quasis as { value: { cooked: string } }[])[0].value.cooked;
  }
  return null;
}
const nameOf = (key: unknown): string =>
  isNode(key) ? String(key.type === 'Identifier' ? key.name : (wordOf(key) ?? '')) : '';

/** Names of what holds a kind, or takes one. */
const HOLDER = /(?:kind|dynamics)$/i;
const TAKER = /^(?:partOf|defaultSection|declarationsOf|defaultKind)$/;

/** Kinds that a module names. */
function kindsIn(file: string, code: string): string[] {
  const found: string[] = [];
  const textOf = (node: unknown): string => (isNode(node) ? code.slice(node.start, node.end) : '');
  const groupOf = (word: string) => groups.find(({ kinds }) => kinds.includes(word));

  /** Whether a word of every day stands for a kind, by what it stands in. */
  function meant(word: string, above: readonly Node[]): boolean {
    const [parent, grandparent] = above;
    const list = (words: readonly string[]): boolean =>
      words.length > 1 &&
      words.every((each) => groupOf(each) !== undefined && groupOf(each) === groupOf(word));
    switch (parent.type) {
      case 'BinaryExpression':
        return HOLDER.test(textOf(parent.left)) || HOLDER.test(textOf(parent.right));
      case 'SwitchCase':
        return HOLDER.test(textOf(grandparent.discriminant));
      case 'Property':
        return nameOf(parent.key) === 'kind' && textOf(parent.value).includes(word);
      case 'CallExpression':
        return TAKER.test(textOf(parent.callee));
      case 'ArrayExpression':
        return list((parent.elements as Node[]).map((each) => wordOf(each) ?? ''));
      case 'TSLiteralType':
        return (
          grandparent.type === 'TSUnionType' &&
          list(
            (grandparent.types as Node[]).map((each) =>
              isNode(each.literal) ? (wordOf(each.literal) ?? '') : '',
            ),
          )
        );
      default:
        return false;
    }
  }

  function visit(node: Node, above: readonly Node[]): void {
    const isImport = /^(?:Import|Export)/.test(above[0]?.type ?? '');
    const own = siblings.find(([folder]) => file.startsWith(folder))?.[1] ?? [];
    const literal = isImport ? null : wordOf(node);
    const word = literal !== null && own.includes(literal) ? null : literal;
    const group = word === null ? undefined : groupOf(word);
    if (word !== null && group !== undefined && !isAtHome(file, word, group)) {
      if (!ordinary.has(word) || meant(word, above)) found.push(word);
    }
    if (node.type === 'CallExpression' && asksByShape(node, textOf)) found.push(textOf(node));
    if (node.type === 'ObjectExpression') {
      // A table by kind, its keys without quotes.
      const keys = (node.properties as Node[]).map((each) => nameOf(each.key));
      const of = groupOf(keys[0] ?? '');
      if (
        of !== undefined &&
        keys.length > 1 &&
        keys.every((key) => of.kinds.includes(key)) &&
        !of.home.test(file)
      ) {
        found.push(...keys);
      }
    }
    for (const child of childrenOf(node)) visit(child, [node, ...above]);
  }

  visit(parseSync(file, code).program as unknown as Node, []);
  return [...new Set(found)];
}

/** Whether a call looks at how a kind is spelled: /^ring-/.test(kind), kind.startsWith('ring-'). */
function asksByShape({ callee, arguments: given }: Node, textOf: (node: unknown) => string): boolean {
  if (!isNode(callee) || callee.type !== 'MemberExpression') return false;
  const method = textOf(callee.property);
  const subject = textOf(callee.object);
  if (method === 'test') return HOLDER.test(textOf((given as Node[])[0]));
  return /^(?:startsWith|endsWith|includes|match)$/.test(method) && /(?:^|\.)kind$/.test(subject);
}

/** A folder of a system is called after it: deep-ring, scalarField1d. */
function isAtHome(file: string, kind: string, { home }: (typeof groups)[number]): boolean {
  const match = home.exec(file);
  if (match === null) return false;
  const folder = match[1] as string | undefined;
  return (
    folder === undefined || folder.toLowerCase() === kind || folder.toLowerCase() === kind.replaceAll('-', '')
  );
}

describe('kinds: a part is asked, never its name', () => {
  it('the search finds what it is to find, and no word of every day', () => {
    const at = (code: string, file = 'src/ui/x.ts'): string[] => kindsIn(file, code);
    expect(at("if (system.kind === 'deep-ring') a();")).toEqual(['deep-ring']);
    expect(at("const t = { kind: 'table', eta };")).toEqual(['table']);
    expect(at("switch (section.kind) { case 'step': a(); }")).toEqual(['step']);
    expect(at("defaultSection('dynamics', 'exact');")).toEqual(['exact']);
    expect(at("const laws = ['matter', 'radiation'];")).toEqual(['matter', 'radiation']);
    expect(at("type T = 'matter' | 'radiation';")).toEqual(['matter', 'radiation']);
    expect(at('const t = { matter: 1, radiation: 2 };')).toEqual(['matter', 'radiation']);
    expect(at('const is = /^ring-/.test(system.kind);')).toEqual(['/^ring-/.test(system.kind)']);
    expect(at("const is = kind.startsWith('ring-');")).toEqual(["kind.startsWith('ring-')"]);
    expect(at('const is = kinds.includes(kind) || /x/.test(name);')).toEqual([]);
    expect(at("switch (message.type) { case 'step': a(); }")).toEqual([]);
    expect(at("const profiles = ['cosine', 'bump', 'step'];")).toEqual([]);
    expect(at("import { step } from './nesterov';")).toEqual([]);
    expect(at("const kind = 'deep-ring';", 'src/physics/networks/deep-ring/x.ts')).toEqual([]);
    expect(at("const kind = 'deep-ring';", 'src/physics/networks/dense/x.ts')).toEqual(['deep-ring']);
    expect(at("const kind = 'two-field-1d';", 'src/physics/fields/twoField1d/x.ts')).toEqual([]);
    expect(at("const kind = 'flat';", 'src/physics/expansion/x.ts')).toEqual([]);
  });

  it('stand in their own folders, the registries and the messages alone', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !registries.test(file));
    expect(files.length).toBeGreaterThan(300);
    const named = files
      .map((file) => [file, kindsIn(file, readFileSync(file, 'utf8'))] as const)
      .filter(([, kinds]) => kinds.length > 0);
    expect(named.map(([file, kinds]) => `${file}: ${kinds.join(', ')}`)).toEqual([]);
  });
});
