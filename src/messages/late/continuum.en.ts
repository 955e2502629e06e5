/** Continuum theories: their notes, the lattice spacing, and what bounds them. */
export const continuumMessages = {
  'continuum.apart': 'now {value} apart from the network',
  'continuum.apartAbout':
    'Root mean square of network less continuum over the sites, as a part of the continuum’s own size.',
  'continuum.exact': 'Limit: true as the spacing falls, where sources are smooth on every bond.',
  'continuum.E1': 'E1: never the limit of this network. Half of its bonds carry K = 0 exactly.',
  'continuum.E6':
    'E6: approximate. Left and right legs are different fields, which two smooth ones cannot be.',
  'continuum.fourField': 'Exact: the lattice itself under other names.',
  'continuum.staggered': 'E2: K < 0 here, so this is the theory of (−1)ⁿw, for which K > 0.',
  'continuum.showDifference': 'Show the difference',
  'continuum.showBoth': 'Show both',
  'continuum.order': 'theory',
  'continuum.orderAbout': 'Which theory of the two layers stands beside the network.',
  'continuum.quadratic': 'Eq. 19, quadratic',
  'continuum.cell': 'Cell potential',
  'continuum.four-field': 'Four fields',

  'spacing.label': 'lattice spacing',
  'spacing.value': '1/{sites} of the ring',
  'spacing.about':
    'The same physics on more or fewer sites: length of the ring, wave speed, mass² and start stay, but not the sources where data jump. Begins the run again.',
  'spacing.no-ring': 'Not here: only rings.',
  'spacing.own-data': 'Not here: explicit data have the number of sites that they have.',
  'spacing.random-data':
    'Not here: random samples are others on another lattice. Choose waves or uniform bonds.',
  'spacing.own-profile': 'Not here: the field’s arrays have the number of sites that they have.',
  'spacing.own-start': 'Not here: the start must be a bump, a plane wave or zero.',

  'field.courant': 'Courant number {value} of {limit}',
  'field.courantAbout':
    '√K Δt/a at the start, the part of a site that the fastest wave runs in one step; a step is stable below 1/√d (d dimensions, no mass, no friction).',
  'field.illPosed':
    'K < 0 on {count} of {all} bonds. The lattice is well defined; the continuum equation is not, and short waves grow fastest (E2). Never refine the lattice here.',
} as const;
