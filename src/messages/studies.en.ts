/** English of the studies: families of runs with measured slopes. */
export const studyMessages = {
  'chart.spacing.name': 'Continuum',

  'chart.reach.name': 'Reach',

  'chart.viscosity.name': 'Viscosity',
} as const;
