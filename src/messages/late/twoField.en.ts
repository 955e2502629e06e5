/** English of the two-field theory: its limits beside the controls, and the errata that it touches. */
export const twoFieldMessages = {
  'twoField.name': 'Validity',
  'limit.quadratic': 'Approximate: not the continuum limit of Eq. 18 (E6).',
  'limit.posed': 'Well posed only for *ka* < 1 (E7); this mesh reaches *ka* = {reach}: kept.',
  'limit.illPosed':
    'Well posed only for *ka* < 1 (E7); this mesh reaches *ka* = {reach}: short waves may run away.',
  'limit.cell': 'Approximate: no gradients, so neighbours do not meet. The whole square: never below 0.',
  'limit.four-field': 'Exact: the lattice of Eq. 18, cost Σ*e*².',
  'limit.copies': 'At {mesh} points a cell it is {mesh} copies that never meet.',

  'errata.E4':
    'With *L* = *T* − *C* the signs of *J*₂, *J*₃, *K*₁ and *K*₃ to *K*₇ in Table II are opposite; here they are corrected.',
  'errata.E5':
    'Cells stand 4*a* apart and the weights of a layer 2*a*: in units of *W*, as here, *m*² is 4*N*ₗ*r*², not 8*N*ₗ*r*²/*a*.',
  'errata.E6truncated':
    'Eq. 18 does not keep one smooth field per layer: its terms in *a*²*k*² differ from these, even in sign on the branch that grows.',
  'errata.E7':
    '*K*₂ > 0 is a gradient of the wrong sign: Eq. 19 is ill-posed for *ka* > 1; the exact factor is cos² *ka*.',
  'errata.E15':
    'Eq. 19 is a series about *w* = 0, as a rule a saddle; where *r* = 0 its linear terms vanish. The better centre is the trained weights.',
  'errata.E16':
    'Eq. 18 is sextic where *p* is not 0; cut off at fourth order it has as a rule no lowest value.',
} as const;
