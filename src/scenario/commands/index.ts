import * as v from 'valibot';
import type { Command, Scenario, TrackDeclaration } from '../types.ts';
import { poke } from './poke.ts';
import { set } from './set.ts';
import { source } from './source.ts';
import { state } from './state.ts';
import type { CommandPart } from './types.ts';

export { isLive } from './set.ts';

/** Every kind of command. A new one is a new file and a line here. */
const commands: { readonly [K in Command['kind']]: CommandPart<Extract<Command, { kind: K }>> } = {
  set,
  poke,
  source,
  state,
};

/** What is known of a command's kind. */
export function commandPart(command: Command): CommandPart {
  return commands[command.kind];
}

/** What a command of a kind looks like; of a kind that there is not, that it is none. */
export function commandSchema(kind: unknown): v.GenericSchema<unknown, Command> {
  const kinds = Object.keys(commands);
  const known = kinds.find((name): name is Command['kind'] => name === kind);
  if (known !== undefined) return commands[known].schema;
  // None of them fits: the first names what there is.
  const expected = kinds.map((name) => `"${name}"`).join(' or ');
  return v.object(
    {
      kind: v.picklist(
        Object.values(commands).map((part) => part.kind),
        expected,
      ),
    },
    'an object',
  ) as never;
}

/** What a command changes: the path of a value, else its kind. */
export function commandPath(command: Command): string {
  return commandPart(command).path(command);
}

/** The scenario from a command on; see CommandPart. @throws ScenarioError where it does not fit */
export function applyCommand(
  scenario: Scenario,
  command: Command,
  at: string,
  tracks: readonly TrackDeclaration[],
  data: boolean,
): Scenario {
  return commandPart(command).apply(scenario, command, at, tracks, data);
}

/** The one command that does what two of one step do; null where both stay. */
export function mergeCommands(command: Command, next: Command): Command | null {
  return commandPart(command).merge(command, next);
}
