/** English of the page of errata: where each stands, and what is right. Source: physics.md 0. */
export const errataMessages = {
  'erratum.title': 'Errata of the paper',
  'erratum.about':
    'Places where the paper (arXiv:2503.08827), its talks or their sources need correcting. Each was derived again and checked; what the lab runs is the corrected form.',
  'erratum.show': 'Show it',
  'erratum.showNamed': 'Open the scenario of {id}: {title}',
  'erratum.all': 'All errata',

  'erratum.E1.place': 'Example 1, Eqs. 14 to 17',
  'erratum.E1.line':
    'Every second bond is exactly 0, so the ring is *N* pairs that never meet: flat bands, and nothing travels.',
  'erratum.E2.place': 'Eq. 17',
  'erratum.E2.line':
    'Neighbouring inputs that agree make *K* < 0, where Eq. 17 is ill-posed though the lattice’s cost never falls below 0; the staggered field has *K* > 0, on the even bonds.',
  'erratum.E3.place': 'Eq. 18',
  'erratum.E3.line': 'The weight inside *σ* is one of the first layer; the paper prints the second.',
  'erratum.E4.place': 'Table II',
  'erratum.E4.line':
    'All but *m*², *J*₁ and *K*₂ have the opposite sign, given Eq. 18 and *L* = *T* − *C*; their sizes are right.',
  'erratum.E5.place': 'Table II, footnote 5',
  'erratum.E5.line':
    'Cells stand 4*a* apart and the weights of a layer 2*a*; with that *m*² is 4*N*ₗ*r*², where the table has 8*N*ₗ*r*²/*a*.',
  'erratum.E6.place': 'Eq. 19',
  'erratum.E6.line':
    'The motion does not keep one smooth field per layer: left and right legs are different fields, so the local theory has four.',
  'erratum.E7.place': 'Eq. 19',
  'erratum.E7.line':
    'With *K*₂ > 0 this gradient has the wrong sign, so the truncated theory is ill-posed for *ka* > 1.',
  'erratum.E8.place': 'Table I',
  'erratum.E8.line':
    'The cost is not the Lagrangian but a part of it, and the step size *η* is the inverse of *dH*.',
  'erratum.E9.place': 'Eqs. 8 to 10',
  'erratum.E9.line':
    'Only √(−*g*) is that of de Sitter space. At constant *γ*, kinetic and gradient terms are exactly those of a massless field in a coasting universe for *d* ≥ 2, and of no metric for *d* = 1.',
  'erratum.E10.place': '“Radiation” and “matter”',
  'erratum.E10.line':
    'A fluid of fixed *w* has the same friction in every dimension; radiation, *w* = 1/*d*, therefore has another in each.',
  'erratum.E11.place': 'Eq. 7',
  'erratum.E11.line':
    '*β* is −*γ*, so that friction damps, and the right side is 0 only where the outputs are affine along the motion.',
  'erratum.E12.place': 'Talk on bulk and boundary',
  'erratum.E12.line':
    'The first boundary term has the factor ½; without it the identity fails by exactly that half.',
  'erratum.E13.place': 'Talk, high viscosity',
  'erratum.E13.line':
    'The series at fixed *t* holds only for *t* far below 1/(*ηλ*); in *τ* = *ηt* the next order holds at all times.',
  'erratum.E14.place': '“High-viscosity limit”',
  'erratum.E14.line':
    'At unit steps the error of the step is larger than the correction of inertia while *η* < ½; and *ηλ* < 2 bounds quadratic costs only.',
  'erratum.E15.place': 'Eq. 11',
  'erratum.E15.line':
    'About *W* = 0 all orders below the depth vanish but constants, where *σ*(0) = 0 and there is no bias; the series of tanh converges only to π/2, that of the sigmoid to π. Expand about the present weights.',
  'erratum.E16.place': 'Eq. 18, read as quartic',
  'erratum.E16.line': 'It is sextic where *p* is not 0.',
} as const;
