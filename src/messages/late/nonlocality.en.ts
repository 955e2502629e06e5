/** English of non-locality: the couplings about the current point, and how far they reach. */
export const nonlocalityMessages = {
  'chart.nonlocality.title': 'How far couplings reach',
  'chart.nonlocality.help':
    'Who is coupled to whom about the current point: J₁ (the gradient) over J₂ (half the Hessian, Eqs. 11 and 12) in lattice order. Local: all near the diagonal. Give the weights other names and see what changes.',
  'chart.nonlocality.working': 'The Hessian is being computed, a column at a time.',
  'chart.nonlocality.large':
    'Not here: the Hessian of more than {most} weights is taken entry by entry only where the cost is quadratic.',
  'chart.nonlocality.lattice': 'field w and couplings J₂ on the lattice',
  'chart.nonlocality.axis': 'gradient J₁, half the Hessian J₂',
  'chart.nonlocality.orders': 'Order',
  'chart.nonlocality.order.lattice': 'lattice',
  'chart.nonlocality.order.shuffled': 'shuffled',
  'chart.nonlocality.order.cuthill-mckee': 'Cuthill–McKee',
  'chart.nonlocality.order.spectral': 'spectral',
  'chart.nonlocality.mean': 'mean reach ⟨r⟩',
  'chart.nonlocality.ratio': 'of chance',
  'chart.nonlocality.band': 'farthest pair',
  'chart.nonlocality.matrixBand': 'bandwidth',
  'chart.nonlocality.steps': 'steps r',
  'chart.nonlocality.unchanged': 'Only names move: the run goes on as it would have.',
  'chart.nonlocality.quadratic': 'Along the motion the cost is quadratic: nothing follows J₂.',
  'chart.nonlocality.orders34':
    'Along the motion the third order is as large as that of J₂ at |δW| = {third}, the fourth at {fourth};',
  'chart.nonlocality.radius': 'the series converges to at most {radius} (E15).',
  'chart.nonlocality.entire': 'the series converges everywhere.',
  'chart.nonlocality.cells':
    'A cell holds {count} × {count} entries: their root mean square, signed as the largest.',
  'chart.nonlocality.summary':
    '{count} weights; {coupled} of {all} pairs are coupled, the largest J₂ is {largest}. Mean reach {mean} steps on the lattice, {ratio} of chance; the farthest coupled pair is {bandwidth} steps apart.',
  'chart.nonlocality.summaryOrder':
    'In the order {order}: mean reach {mean}, {ratio} of chance; bandwidth of the matrix {bandwidth}.',
  'chart.nonlocality.summarySheets': 'Matrices along both axes: {names}.',
} as const;
