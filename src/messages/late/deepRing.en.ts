/** English of what deep rings add to the pictures and the equations. */
export const deepRingMessages = {
  'dictionary.neuron': 'neuron *i*',
  'dictionary.site': 'place *x* = *ia*',
  'dictionary.layer': 'layer *m*',
  'dictionary.row': 'row *m*',
  'dictionary.neighbour': 'neighbour *s*',
  'dictionary.component': 'component *Wₛ*',

  'synapse.place': '{sheet}: {where}',
  'axis.layer': 'layer {value}',
  'axis.site': 'site {value}',
} as const;
