/**
 * Names the place of a value in a document, as errors and commands spell it:
 * `system.N`, `data.X[2][1]`, `edits[0].command.path`; `$` is the whole document.
 */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path === '' ? '$' : path}[${key}]`;
  const name = key.length > 64 ? `${key.slice(0, 61)}...` : key;
  if (!/^[A-Za-z_$][\w$-]*$/.test(name)) return `${path === '' ? '$' : path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** Puts a section or document prefix before a path relative to it: `tracks[0]` + `X[1]`. */
export function joinPath(prefix: string, path: string): string {
  if (prefix === '') return path === '' ? '$' : path;
  if (path === '' || path === '$') return prefix;
  return path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
}
