/** English. Keys are message ids: place.thing. */
export const english = {
  'app.name': 'Synaptic Field Lab',
  'readout.time': 'Time t',
  'readout.step': 'Step',
  'readout.cost': 'Cost',
  'readout.kinetic': 'Kinetic energy',
  'readout.efolds': 'e-folds',
} as const;
