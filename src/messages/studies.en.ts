/** English of the studies: families of runs with measured slopes. */
export const studyMessages = {
  'chart.spacing.name': 'Continuum',
  'chart.spacing.title': 'Network against continuum',
  'chart.spacing.help':
    'How far a network is from its field theory on ever finer lattices round the same ring: as a² where the theory is its limit and sources are smooth, and at any spacing where it is not (E1).',

  'chart.viscosity.name': 'Viscosity',
  'chart.viscosity.title': 'The viscous limit',
  'chart.viscosity.help':
    'How gradient flow is reached at fixed ηt: with inertia the error falls as η², after a kick as η. Gradient descent in unit steps errs by ηλ/2, more than inertia’s η²λ while η < ½ (E14).',
} as const;
