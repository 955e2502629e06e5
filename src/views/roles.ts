import type { Layout, neuronRoles } from '../engine/protocol.ts';

export type NeuronRole = (typeof neuronRoles)[number];

/**
 * The order of `neuronRoles`, by which Layout.neurons.role counts. Views take types of the protocol only,
 * so the list is written again; test/views/roles.test.ts holds the two together.
 */
export const NEURON_ROLES: readonly NeuronRole[] = ['input', 'hidden', 'output', 'bias', 'site'];

/** Number of neurons of a role. */
export function countRole(layout: Layout, role: NeuronRole): number {
  const wanted = NEURON_ROLES.indexOf(role);
  let count = 0;
  for (const found of layout.neurons.role) if (found === wanted) count++;
  return count;
}
