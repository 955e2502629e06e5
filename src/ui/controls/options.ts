import { text, type MessageId } from '../../messages/index.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

const activations: readonly MessageId[] = [
  'activation.linear',
  'activation.tanh',
  'activation.sigmoid',
  'activation.relu',
  'activation.softplus',
  'activation.sin',
];
const profiles: readonly MessageId[] = [
  'profile.number',
  'profile.cosine',
  'profile.bump',
  'profile.step',
  'profile.noise',
];

function named(ids: readonly MessageId[]): readonly Option[] {
  return ids.map((id) => ({ value: id.slice(id.indexOf('.') + 1), label: text(id) }));
}

/** Activations by name; one with parameters, which only files carry, is shown as such while it is there. */
export function activationOptions(value: unknown): readonly Option[] {
  const options = named(activations);
  if (typeof value !== 'object' || value === null) return options;
  const { kind } = value as { readonly kind?: unknown };
  return [...options, { value: 'custom', label: text('activation.custom', { kind: String(kind) }) }];
}

/** Named profiles of a field's source, and a plain number. */
export function profileOptions(): readonly Option[] {
  return named(profiles);
}
