/** English of the outputs' own motion: tangent kernel, output dynamics (Krippendorf and Spannowsky). */
export const outputMessages = {
  'chart.outputs.title': 'How the outputs move',
  'chart.outputs.help':
    'Z″ + γZ′ + Θ ∂C/∂Z = W′ᵀ(∂²Z/∂W²)W′: exact for every width. Left out on the right, with Θ frozen, the outputs obey an equation of their own, the duality of Krippendorf and Spannowsky: approximate, better in wide networks. Eq. 7 writes β = −γ; with β > 0 it would be anti-damped (E11).',
  'chart.outputs.empty':
    'Press play: the course of the outputs appears here, from the start or the last edit on, with what keeps it from an equation of its own.',
  'chart.outputs.none': 'A field has no outputs: only networks have.',
  'chart.outputs.axis': 'outputs *Z*',
  'chart.outputs.terms': 'sizes of the terms',
  'chart.outputs.real': 'the network',
  'chart.outputs.frozen': '*Θ* frozen',
  'chart.outputs.ahead': 'forecast',
  'chart.outputs.leaves': 'Under frozen *Θ* outputs leave the picture.',
  'chart.outputs.until': 'Their forecast for a frozen kernel reaches to t = {until}.',
  'chart.outputs.acceleration': '*Z*″',
  'chart.outputs.friction': '*γZ*′',
  'chart.outputs.frictionFirst': '*Z*′/*η*',
  'chart.outputs.force': '*Θ* ∂*C*/∂*Z*',
  'chart.outputs.rhs': 'right side',
  'chart.outputs.now': 'now',
  'chart.outputs.rho': 'right side ρ',
  'chart.outputs.residual': 'residual',
  'chart.outputs.drift': 'drift of Θ',
  'chart.outputs.apart': 'off frozen Θ',
  'chart.outputs.exact': 'With the right side the equation is exact: its residual is round-off.',
  'chart.outputs.exactFirst':
    'Without inertia *Z*′ = −*η* *Θ* ∂*C*/∂*Z* is exact; *Z*″ and the right side are both of order *η*².',
  'chart.outputs.approximate':
    'Dashed: *Θ* as at *t* = {since} and no right side, a forecast; approximate unless outputs are linear in the weights.',
  'chart.outputs.linear':
    'Outputs are linear in the weights: no right side, and *Θ* stays (exact). Dashed: their forecast from *t* = {since}.',
  'chart.outputs.without.cost': 'No prediction: its closed form needs the squared cost.',
  'chart.outputs.without.samples': 'No prediction: samples change from step to step.',
  'chart.outputs.without.noise': 'No prediction: noise pushes the outputs too; the terms are without it.',
  'chart.outputs.without.rows': 'No prediction: more than 160 outputs of samples are coupled.',
  'chart.outputs.summary':
    'At t = {time} the right side is {ratio} of the terms of the outputs’ equation; its residual is {residual}. Since t = {since} the tangent kernel has drifted by {drift}. {prediction}',
  'chart.outputs.predicted': 'The outputs are {apart} of their first error from those of the frozen kernel.',

  'chart.kernel.title': 'Tangent kernel',
  'chart.kernel.help':
    'Θ = (∂Z/∂W)(∂Z/∂W)ᵀ (exact): how much a step that helps one output of a sample moves every other. If it stays as it began, training is linear in function space; in very wide networks it hardly drifts.',
  'chart.kernel.empty': 'The tangent kernel of the samples appears here.',
  'chart.kernel.map': '*Θ*, {rows} outputs of samples',
  'chart.kernel.some': '*Θ*, {samples} samples of all',
  'chart.kernel.values': 'eigenvalues of *Θ*, now and at *t* = {since}',
  'chart.kernel.drift': 'drift ‖*Θ* − *Θ*₀‖/‖*Θ*₀‖: {drift}',
  'chart.kernel.number': 'number',
  'chart.kernel.summary':
    'A kernel of {rows} rows: its largest entry is {largest}, its eigenvalues from {low} to {high}. It has drifted by {drift} of its size since t = {since}.',

  'chart.drift.title': 'Drift against width',
  'chart.drift.help':
    'How far the tangent kernel drifts in the same training, and how large the right side of the outputs’ equation is, for ever wider hidden layers. Fitted powers with their standard errors; at these widths they need not be the −1 of infinite width.',
  'chart.drift.empty':
    'This network at 8 to 256 hidden neurons a layer, from four starts each: how its kernel’s drift falls with width appears here.',
  'chart.drift.x': 'hidden neurons *n*',
  'chart.drift.y': 'drift of *Θ*, and *ρ*',
  'chart.drift.drift': 'drift of *Θ*',
  'chart.drift.ratio': 'right side, *ρ*',
  'chart.drift.noteTime': 'after *t* = {time}; four starts a point, approximate',
  'chart.drift.noteFit': 'Fitted powers; −1 only as *n* → ∞.',
  'chart.drift.here': 'this run, *t* = {time}',
  'chart.drift.noteOther':
    'Circle: this run since its start or last edit. The chart of wide networks has the drift of other starts, after *t* = 2.',
  'chart.drift.summary':
    'Drift of the tangent kernel after t = {time} and size of the right side, for {low} to {high} hidden neurons. {said}.',
} as const;
